package dev.netwright.runtime.torch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All weights of a network out of a PyTorch file.
 *
 * @param dialect whose names the file has
 * @param values finite values in row-major order, by our tensors' names, in the network's order
 */
public record TorchWeights(TorchDialect dialect, Map<String, float[]> values) {
    /** Copies the map, not the arrays, which belong to the caller. */
    public TorchWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
