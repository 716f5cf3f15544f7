package dev.netwright.onednn;

import java.util.List;
import java.util.Map;

/**
 * What the library has chosen for a program.
 *
 * @param implementations each primitive of a step as layer, direction and the library's name of its code, such as
 *     {@code conv2_1 forward jit_wino_4x3:avx512_core}
 * @param reorders how often a step changes a tensor's layout, by layer and direction; others change none
 */
public record ChosenPrimitives(List<String> implementations, Map<String, Integer> reorders) {
    /** Copies both. */
    public ChosenPrimitives {
        implementations = List.copyOf(implementations);
        reorders = Map.copyOf(reorders);
    }
}
