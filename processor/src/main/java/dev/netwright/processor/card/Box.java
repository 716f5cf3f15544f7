package dev.netwright.processor.card;

import dev.netwright.operation.Convolution;
import dev.netwright.operation.Layer;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Pool;
import dev.netwright.operation.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer in a block's diagram, with those behind it that nothing else can come between: norm, activation, dropout.
 *
 * @param layers the first is the box's own
 * @param inputs positions of the boxes of the same block that it reads; {@link #ENTRY} is what the block reads
 */
record Box(List<Layer> layers, List<Integer> inputs) {
    /** Stands for what the block reads. */
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

    /** What it gives. */
    Value output() {
        return layers.get(layers.size() - 1).output();
    }

    /** {@code conv 3×3 · norm · relu}. */
    String operation() {
        return String.join(" \u00b7 ", layers.stream().map(Layer::words).toList());
    }

    /** Whether several values meet in it. */
    boolean isMerge() {
        return inputs.size() > 1;
    }

    /** Class of its colour. */
    String tint() {
        Layer layer = layers.get(0);
        if (isMerge()) {
            return "merge";
        } else if (layer instanceof Convolution) {
            return "conv";
        } else if (layer instanceof Linear) {
            return "linear";
        } else if (layer instanceof Pool) {
            return "pool";
        }
        return "other";
    }
}
