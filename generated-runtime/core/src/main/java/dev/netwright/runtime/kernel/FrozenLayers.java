package dev.netwright.runtime.kernel;

import java.util.Set;

/**
 * Layers that a run leaves as they are. They are closed towards the images: what a frozen layer reads comes from frozen layers, so that none
 * of them needs a gradient.
 *
 * @param names as {@code NetworkType.structure()} has them, the norms that belong to the layers among them
 */
public record FrozenLayers(Set<String> names) {
    /** Every layer learns. */
    public static final FrozenLayers NONE = new FrozenLayers(Set.of());

    /** Copies the set. */
    public FrozenLayers {
        names = Set.copyOf(names);
    }

    /** Whether a layer or norm is among them; the norm {@code conv1.norm} is the structure's {@code conv1_norm}. */
    public boolean has(String layer) {
        return !names.isEmpty() && names.contains(layer.replace('.', '_'));
    }
}
