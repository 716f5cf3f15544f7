package dev.netwright.runtime.summary;

import java.util.List;

/**
 * A block of consecutive layers that the paper treats as a unit.
 *
 * @param name the block's name, unique in the network
 * @param layers the block's layers, at least one
 */
public record BlockFacts(String name, List<LayerFacts> layers) {
    /**
     * Copies the list.
     *
     * @param name the block's name, unique in the network
     * @param layers the block's layers, at least one
     */
    public BlockFacts {
        layers = List.copyOf(layers);
    }

    /** {@return the shape of the first layer's input} */
    public List<Integer> input() {
        return layers.get(0).input();
    }

    /** {@return the shape of the last layer's output} */
    public List<Integer> output() {
        return layers.get(layers.size() - 1).output();
    }
}
