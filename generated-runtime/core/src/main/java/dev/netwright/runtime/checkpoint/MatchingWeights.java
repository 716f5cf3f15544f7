package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a weights file has for a network that it need not be of, verified as a whole.
 *
 * @param values finite values in row-major order of every tensor that both have in the same shape, by name, in the network's order; at
 *     least one
 * @param missing the network's other tensors
 * @param unused the file's other tensors
 */
public record MatchingWeights(Map<String, float[]> values, List<NamedShape> missing, List<NamedShape> unused) {
    /** Copies the map and the lists, not the arrays, which belong to the caller. */
    public MatchingWeights {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        missing = List.copyOf(missing);
        unused = List.copyOf(unused);
    }
}
