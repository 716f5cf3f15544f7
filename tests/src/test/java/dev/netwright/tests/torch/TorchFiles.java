package dev.netwright.tests.torch;

import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.SafeTensorsWriter;
import dev.netwright.runtime.checkpoint.TensorEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Files as PyTorch writes them, with a fixture's weights.
 *
 * @param folder where they are written
 */
record TorchFiles(Path folder) {
    /** A fixture's weights under other names. */
    static List<TensorEntry> renamed(String network, UnaryOperator<String> names) {
        return TorchFixture.of(network).weights().stream()
                .map(entry -> new TensorEntry(
                        new NamedShape(
                                names.apply(entry.tensor().name()),
                                entry.tensor().shape()),
                        entry.values()))
                .toList();
    }

    /** A fixture's values of a tensor. */
    static float[] values(String network, String tensor) {
        TensorEntry entry = TorchFixture.of(network).weights().stream()
                .filter(weights -> weights.tensor().name().equals(tensor))
                .findFirst()
                .orElseThrow();
        float[] values = entry.tensor().newArray();
        entry.values().copyTo(values);
        return values;
    }

    /** A file of these weights. */
    Path write(List<TensorEntry> weights) {
        Path file = folder.resolve(weights.size() + weights.get(0).tensor().name() + ".safetensors");
        SafeTensorsWriter.write(file, Map.of(), weights);
        return file;
    }

    /** A file of these weights and a norm's counter of batches. */
    Path writeWithCounter(List<TensorEntry> weights) {
        Path file = folder.resolve("counted.safetensors");
        SafeTensorsWriter.write(file, Map.of(), List.of("norm.num_batches_tracked"), weights);
        return file;
    }
}
