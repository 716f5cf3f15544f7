package dev.netwright.runtime.checkpoint;

import java.util.List;

/**
 * A network's weights to write.
 *
 * @param network identity of the network
 * @param metadata labels and further metadata
 * @param tensors all tensors of the network, in the order in which they are written
 */
public record Weights(NetworkIdentity network, WeightsMetadata metadata, List<TensorEntry> tensors) {

    /**
     * Copies the list, but not the values.
     *
     * @param network identity of the network
     * @param metadata labels and further metadata
     * @param tensors all tensors of the network, in the order in which they are written
     */
    public Weights {
        tensors = List.copyOf(tensors);
    }
}
