package dev.netwright.operation;

import java.util.List;

/**
 * Consecutive layers that the paper treats as a unit.
 *
 * @param <L> layers of a network, or operations of a program
 * @param name a Java identifier, unique in the network: {@code stage1}, {@code layer1_1}
 * @param layers the layers in order; at least one
 */
public record Block<L extends Layer>(String name, List<L> layers) {
    /**
     * Copies the list.
     *
     * @param name the block's name
     * @param layers the layers in order
     */
    public Block {
        layers = List.copyOf(layers);
    }
}
