package dev.netwright.runtime.checkpoint;

import java.util.List;

/**
 * The weights of a network, to be written.
 *
 * @param network whose weights they are
 * @param metadata what the file is to say beside the values
 * @param tensors every tensor of the network, in the order in which they are to be written
 */
public record Weights(NetworkIdentity network, WeightsMetadata metadata, List<TensorEntry> tensors) {

    /** Copies the list of tensors, not their values. */
    public Weights {
        tensors = List.copyOf(tensors);
    }
}
