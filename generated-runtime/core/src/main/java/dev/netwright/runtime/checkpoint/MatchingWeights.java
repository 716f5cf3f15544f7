package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a verified weights file that match a network, which may be another one than the file's.
 *
 * @param values finite values in row-major order of all tensors that both have with the same shape, by name, in the
 *     network's order; at least one tensor
 * @param missing the network's other tensors
 * @param unused the file's other tensors
 */
public record MatchingWeights(Map<String, float[]> values, List<NamedShape> missing, List<NamedShape> unused) {
    /**
     * Copies the map and the lists, but not the arrays, which belong to the caller.
     *
     * @param values finite values in row-major order of all tensors that both have with the same shape, by name, in the
     *     network's order; at least one tensor
     * @param missing the network's other tensors
     * @param unused the file's other tensors
     */
    public MatchingWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        missing = List.copyOf(missing);
        unused = List.copyOf(unused);
    }
}
