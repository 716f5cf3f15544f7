package dev.netwright.runtime.onnx;

import dev.netwright.operation.Program;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import java.util.Map;
import java.util.function.Function;

/**
 * A network to export.
 *
 * @param name name of the graph
 * @param program the network's inference program
 * @param parameters the network's tensors
 * @param values returns a tensor's values in its logical order
 * @param metadata free text by key
 */
public record ExportedNetwork(
        String name,
        Program program,
        ParameterTable parameters,
        Function<Parameter, float[]> values,
        Map<String, String> metadata) {
    /**
     * Copies the map.
     *
     * @param name name of the graph
     * @param program the network's inference program
     * @param parameters the network's tensors
     * @param values returns a tensor's values in its logical order
     * @param metadata free text by key
     */
    public ExportedNetwork {
        metadata = Map.copyOf(metadata);
    }
}
