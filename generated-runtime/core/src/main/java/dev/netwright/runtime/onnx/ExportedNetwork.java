package dev.netwright.runtime.onnx;

import dev.netwright.operation.Program;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Map;
import java.util.function.Function;

/**
 * What a file is made of.
 *
 * @param name what the graph is called
 * @param program the network's inference program
 * @param parameters the network's tensors
 * @param values a tensor's values in its logical order
 * @param metadata free text by key
 */
public record ExportedNetwork(
        String name,
        Program program,
        ParameterTable parameters,
        Function<Parameter, float[]> values,
        Map<String, String> metadata) {
    /** Copies the map. */
    public ExportedNetwork {
        metadata = Map.copyOf(metadata);
    }
}
