package dev.netwright.runtime.summary;

import java.util.List;

/** Consecutive layers that the paper treats as a unit, at least one. */
public record BlockFacts(String name, List<LayerFacts> layers) {
    /** Copies the list. */
    public BlockFacts {
        layers = List.copyOf(layers);
    }

    /** Shape of what its first layer reads. */
    public List<Integer> input() {
        return layers.get(0).input();
    }

    /** Shape of what its last layer gives. */
    public List<Integer> output() {
        return layers.get(layers.size() - 1).output();
    }
}
