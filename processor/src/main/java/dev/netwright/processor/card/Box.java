package dev.netwright.processor.card;

import dev.netwright.operation.AdaptiveAveragePool;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Pool;
import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer in a block's diagram, together with the norm, activation and dropout that follow it directly.
 *
 * @param layers the first is the main one
 * @param inputs positions of the boxes of the same block that it reads; {@link #ENTRY} is the block's input
 */
record Box(List<Layer> layers, List<Integer> inputs) {
    /** The position of the block's input. */
    static final int ENTRY = -1;

    Box {
        layers = List.copyOf(layers);
        inputs = List.copyOf(inputs);
    }

    Box with(Layer layer) {
        List<Layer> longer = new ArrayList<>(layers);
        longer.add(layer);
        return new Box(longer, inputs);
    }

    String name() {
        return layers.get(0).name();
    }

    /** Its output. */
    Value output() {
        return layers.get(layers.size() - 1).output();
    }

    /** {@code conv 3×3 · norm · relu}. */
    String operation() {
        return String.join(" \u00b7 ", layers.stream().map(Layer::words).toList());
    }

    /** Whether it reads several values. */
    boolean isMerge() {
        return inputs.size() > 1;
    }

    /** CSS class for its colour. */
    String tint() {
        Layer layer = layers.get(0);
        if (isMerge()) {
            return "merge";
        } else if (layer instanceof Convolution || layer instanceof TransposedConvolution) {
            return "conv";
        } else if (layer instanceof Linear) {
            return "linear";
        } else if (layer instanceof Pool || layer instanceof AdaptiveAveragePool) {
            return "pool";
        }
        return "other";
    }
}
