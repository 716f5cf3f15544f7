package dev.netwright.commandline.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A result as one line of JSON, with the same names as measurements of other libraries where possible. */
public final class ResultJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DECIMALS = 4;

    private ResultJson() {}

    /**
     * Writes a result.
     *
     * @param result the result
     * @return the line, without a line feed
     */
    public static String line(BenchResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            run(json, result.measurement());
            number(json, "ceiling_gflops", result.ceiling().gflops());
            number(json, "ceiling_convolution_gflops", result.ceiling().convolution());
            number(json, "ceiling_matrix_product_gflops", result.ceiling().matrixProduct());
            number(json, "floor_ms", result.floorMillis());
            number(json, "ceiling_share", result.shareOfCeiling());
            if (result.profile().isPresent()) {
                profile(json, result.profile().get(), result.ceiling());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON can't be written to memory", e);
        }
        return text.toString();
    }

    private static void run(JsonGenerator json, Measurement measured) throws IOException {
        json.writeStringField("peer", "netwright");
        json.writeStringField("workload", measured.workload().name());
        json.writeStringField("network", measured.workload().type().name());
        json.writeStringField("mode", measured.mode().label());
        json.writeNumberField("batch", measured.workload().batch());
        json.writeStringField("kernels", measured.kernels());
        json.writeStringField("device", measured.device());
        json.writeNumberField("threads", measured.threads());
        number(json, "median_ms", measured.times().median());
        number(json, "min_ms", measured.times().least());
        number(json, "max_ms", measured.times().most());
        number(json, "p90_ms", measured.times().ninthDecile());
        number(json, "images_s", measured.imagesPerSecond());
        json.writeNumberField("warmups", measured.warmups());
        json.writeNumberField("timed", measured.times().steps());
        json.writeNumberField("params", measured.workload().type().parameters().size());
        if (measured.ends().isPresent()) {
            number(json, "load_ms", measured.ends().get().load());
            number(json, "update_ms", measured.ends().get().update());
        }
        if (measured.losses().isPresent()) {
            number(json, "loss_first", measured.losses().get().first());
            number(json, "loss_last", measured.losses().get().last());
        }
        number(json, "setup_s", measured.setupSeconds());
        if (measured.peakMebibytes().isPresent()) {
            number(json, "vmhwm_mb", measured.peakMebibytes().getAsDouble());
        }
    }

    private static void profile(JsonGenerator json, LayerProfile profile, Ceiling ceiling) throws IOException {
        number(json, "profiled_ms", profile.stepMillis());
        lines(json, "layers", profile.lines(), ceiling);
        lines(json, "ends", profile.ends(), ceiling);
    }

    private static void lines(JsonGenerator json, String name, List<LayerProfile.Line> lines, Ceiling ceiling)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (LayerProfile.Line line : lines) {
            json.writeStartObject();
            json.writeStringField("layer", line.layer());
            json.writeStringField("kernel", line.kind());
            if (!line.code().isEmpty()) {
                json.writeStringField("code", line.code());
            }
            number(json, "forward_ms", line.forwardMillis());
            number(json, "backward_ms", line.backwardMillis());
            if (line.forwardGflops().isPresent()) {
                number(json, "forward_gflops", line.forwardGflops().getAsDouble());
            }
            if (line.backwardGflops().isPresent()) {
                number(json, "backward_gflops", line.backwardGflops().getAsDouble());
            }
            number(json, "share", line.share());
            json.writeBooleanField("above_ceiling", line.isAbove(ceiling));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A number that isn't finite becomes {@code null}, because JSON can't represent it. */
    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeFieldName(name);
            json.writeNumber(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        } else {
            json.writeNullField(name);
        }
    }
}
