package dev.netwright.runtime.internal.runfolder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.option.OptionValues;
import dev.netwright.runtime.option.RunOption;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.Training;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a run's result depends on, as JSON: network, options, data, kernels, machine and versions. */
final class Configuration {
    private Configuration() {}

    static String of(RunFacts facts, RunStart start) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("started", Instant.now().toString());
            writeNetwork(json, facts, start);
            writeTraining(json, facts.training(), start);
            json.writeObjectFieldStart("data");
            writeData(json, "training", facts.data(), facts.data().augmentations());
            if (facts.training().test().isPresent()) {
                // Evaluation changes nothing at random.
                writeData(json, "test", facts.training().test().get(), List.of());
            }
            json.writeEndObject();
            writeKernels(json, start);
            writeMachine(json);
            writeAll(json, "versions", Versions.ofLibraries());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON must be writable in memory", e);
        }
        return text.append('\n').toString();
    }

    private static void writeNetwork(JsonGenerator json, RunFacts facts, RunStart start) throws IOException {
        json.writeObjectFieldStart("network");
        json.writeStringField("class", facts.network());
        json.writeStringField("fingerprint", facts.fingerprint());
        json.writeNumberField("parameters", start.parameters());
        json.writeArrayFieldStart("labels");
        for (String label : facts.data().labels()) {
            json.writeString(label);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTraining(JsonGenerator json, Training training, RunStart start) throws IOException {
        json.writeObjectFieldStart("training");
        OptionValues values = training.values();
        for (RunOption<?> option : RunOptions.ALL) {
            writeOption(json, option, values);
        }
        RunPosition first = RunPosition.begin(start.batches(), start.epochs());
        json.writeNumberField(
                "first_learning_rate", training.optimizer().learningRate().at(first));
        json.writeNumberField("batches", start.batches());
        json.writeEndObject();
    }

    /** Writes an option's value, as a number if it is one. */
    private static void writeOption(JsonGenerator json, RunOption<?> option, OptionValues values) throws IOException {
        Optional<?> value = values.find(option);
        if (value.isEmpty()) {
            return;
        }
        if (value.get() instanceof Number number) {
            json.writeFieldName(option.key());
            json.writeNumber(number.toString());
        } else {
            json.writeStringField(option.key(), option.text(values));
        }
    }

    private static void writeData(JsonGenerator json, String name, Dataset data, List<Augmentation> augmentations)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("images", data.size());
        json.writeStringField("format", data.format().toString());
        writeAll(
                json,
                "preprocessing",
                data.preprocessing().map(Preprocessing::toMetadata).orElse(Map.of()));
        if (!augmentations.isEmpty()) {
            json.writeArrayFieldStart("augmentation");
            for (Augmentation augmentation : augmentations) {
                json.writeString(augmentation.toString());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeKernels(JsonGenerator json, RunStart start) throws IOException {
        json.writeObjectFieldStart("kernels");
        json.writeStringField("name", start.kernels());
        json.writeStringField("device", start.device());
        if (start.fallbackReason().isPresent()) {
            json.writeStringField("fallback_reason", start.fallbackReason().get());
        }
        json.writeNumberField("parameter_bytes", start.parameterBytes());
        json.writeNumberField("bound_bytes", start.boundBytes().total());
        json.writeEndObject();
    }

    private static void writeMachine(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("machine");
        for (String property :
                new String[] {"os.name", "os.version", "os.arch", "java.version", "java.vendor", "java.vm.name"}) {
            json.writeStringField(property, System.getProperty(property, ""));
        }
        json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
        json.writeNumberField("most_heap_bytes", Runtime.getRuntime().maxMemory());
        json.writeEndObject();
    }

    private static void writeAll(JsonGenerator json, String name, Map<String, String> entries) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
