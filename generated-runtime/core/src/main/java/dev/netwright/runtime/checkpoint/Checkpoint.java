package dev.netwright.runtime.checkpoint;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run between two steps, to be written: the network's weights, and what the run needs beside them to go on.
 *
 * @param weights with running statistics; all that {@link WeightsFile#read} reads of a checkpoint
 * @param optimizer its state's tensors, under names of their own
 * @param state the run's numbers, as text by key; 64-bit numbers as decimal digits that give the same bits back
 */
public record Checkpoint(Weights weights, List<TensorEntry> optimizer, Map<String, String> state) {

    /** Copies list and map. */
    public Checkpoint {
        optimizer = List.copyOf(optimizer);
        state = Collections.unmodifiableMap(new TreeMap<>(state));
    }
}
