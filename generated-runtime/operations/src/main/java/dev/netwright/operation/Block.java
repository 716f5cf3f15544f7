package dev.netwright.operation;

import java.util.List;

/**
 * Consecutive layers that the paper treats as a unit.
 *
 * @param name a Java identifier in lower camel case, unique in the network
 * @param layers of a network at least one, of a program those that are left
 */
public record Block<L extends Layer>(String name, List<L> layers) {
    /** Copies the list. */
    public Block {
        layers = List.copyOf(layers);
    }
}
