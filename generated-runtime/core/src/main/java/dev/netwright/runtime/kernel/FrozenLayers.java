package dev.netwright.runtime.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Layers that a run doesn't train. Everything that a frozen layer reads comes from frozen layers too, so none of them
 * needs a gradient.
 *
 * @param names the layers' names in {@code NetworkType.structure()}, their norms included
 */
public record FrozenLayers(Set<String> names) {
    /** No layer is frozen. */
    public static final FrozenLayers NONE = new FrozenLayers(Set.of());

    /**
     * Copies the set, with an underscore for each dot: parameters of norms have dots where the structure has none, and layers of blocks have
     * dots in both.
     *
     * @param names the layers' names in {@code NetworkType.structure()}, their norms included
     */
    public FrozenLayers {
        names = names.stream().map(FrozenLayers::written).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a layer or norm is frozen.
     *
     * @param layer its name; a norm's is {@code conv1.norm} or {@code conv1_norm}, as the structure has it
     * @return whether it is frozen
     */
    public boolean has(String layer) {
        return !names.isEmpty() && names.contains(written(layer));
    }

    private static String written(String name) {
        return name.replace('.', '_');
    }
}
