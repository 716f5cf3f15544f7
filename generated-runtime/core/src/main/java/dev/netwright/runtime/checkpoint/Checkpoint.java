package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a run between two steps: the network's weights and everything else that the rest of the run needs.
 *
 * @param weights weights with running statistics; {@link WeightsFile#read} reads only these from a checkpoint
 * @param optimizer tensors of the optimizer's state, under their own names
 * @param state the run's state as text by key; doubles have all their digits, so that they are restored exactly
 */
public record Checkpoint(Weights weights, List<TensorEntry> optimizer, Map<String, String> state) {

    /**
     * Copies list and map.
     *
     * @param weights weights with running statistics; {@link WeightsFile#read} reads only these from a checkpoint
     * @param optimizer tensors of the optimizer's state, under their own names
     * @param state the run's state as text by key; doubles have all their digits, so that they are restored exactly
     */
    public Checkpoint {
        optimizer = List.copyOf(optimizer);
        state = Collections.unmodifiableMap(new TreeMap<>(state));
    }
}
