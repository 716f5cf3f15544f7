package dev.netwright.operation;

import java.util.List;

/**
 * Consecutive layers that the paper treats as a unit.
 *
 * @param name a Java identifier, unique in the network: {@code stage1}, {@code layer1_1}
 * @param layers of a network at least one, of a program those that are left
 */
public record Block<L extends Layer>(String name, List<L> layers) {
    /** Copies the list. */
    public Block {
        layers = List.copyOf(layers);
    }
}
