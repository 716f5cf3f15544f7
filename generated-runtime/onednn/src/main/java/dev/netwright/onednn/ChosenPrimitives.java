package dev.netwright.onednn;

import java.util.List;
import java.util.Map;

/**
 * The primitives that oneDNN has chosen for a program.
 *
 * @param implementations each primitive of a step: layer, direction and oneDNN's name of its code, such as
 *     {@code conv2_1 forward jit_wino_4x3:avx512_core}
 * @param reorders how often a step changes a tensor's layout, by layer and direction; those without a change are left
 *     out
 */
public record ChosenPrimitives(List<String> implementations, Map<String, Integer> reorders) {
    /**
     * Copies both collections.
     *
     * @param implementations each primitive of a step: layer, direction and oneDNN's name of its code, such as
     *     {@code conv2_1 forward jit_wino_4x3:avx512_core}
     * @param reorders how often a step changes a tensor's layout, by layer and direction; those without a change are
     *     left out
     */
    public ChosenPrimitives {
        implementations = List.copyOf(implementations);
        reorders = Map.copyOf(reorders);
    }
}
