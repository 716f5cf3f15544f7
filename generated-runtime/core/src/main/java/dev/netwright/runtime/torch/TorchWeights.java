package dev.netwright.runtime.torch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All weights of a network, read from a PyTorch file.
 *
 * @param dialect the dialect of the file's names
 * @param values finite values in row-major order, by Netwright's tensor names, in the network's order
 */
public record TorchWeights(TorchDialect dialect, Map<String, float[]> values) {
    /**
     * Copies the map, but not the arrays, which belong to the caller.
     *
     * @param dialect the dialect of the file's names
     * @param values finite values in row-major order, by Netwright's tensor names, in the network's order
     */
    public TorchWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
