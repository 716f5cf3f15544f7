package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A weights file that has been verified as a whole.
 *
 * @param metadata what Netwright wrote beside the values; absent if another program, such as PyTorch, wrote the file
 * @param values every parameter's finite values in row-major order, by name, in the network's order
 */
public record LoadedWeights(Optional<WeightsMetadata> metadata, Map<String, float[]> values) {

    /** Copies the map, not the arrays, which belong to the caller. */
    public LoadedWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
