package dev.netwright.operation;

import java.util.List;

/**
 * Consecutive layers that the paper treats as a unit.
 *
 * @param <L> layers of a network, or operations of a program
 * @param name unique in the network, also as an identifier: {@code stage1}, {@code layer1.0}
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

    /** {@return the name as a Java identifier: {@code layer1_0} for {@code layer1.0}} */
    public String identifier() {
        return name.replace('.', '_');
    }
}
