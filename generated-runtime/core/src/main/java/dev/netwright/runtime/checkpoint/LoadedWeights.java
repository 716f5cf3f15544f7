package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a verified weights file.
 *
 * @param metadata Netwright's metadata; empty if another program, such as PyTorch, wrote the file
 * @param values the finite values of every parameter in row-major order, by name, in the network's order
 */
public record LoadedWeights(Optional<WeightsMetadata> metadata, Map<String, float[]> values) {

    /**
     * Copies the map, but not the arrays, which belong to the caller.
     *
     * @param metadata Netwright's metadata; empty if another program, such as PyTorch, wrote the file
     * @param values the finite values of every parameter in row-major order, by name, in the network's order
     */
    public LoadedWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
