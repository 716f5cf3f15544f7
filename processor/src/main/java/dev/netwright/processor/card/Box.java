package dev.netwright.processor.card;

import dev.netwright.processor.network.Layer;
import dev.netwright.processor.shape.Shape;
import dev.netwright.processor.shape.ShapedNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer in a block's diagram, with those behind it that nothing else can come between: norm, activation, dropout.
 *
 * @param layers the first is the box's own
 * @param inputs positions of the boxes of the same block that it reads; {@link #ENTRY} is what the block reads
 */
record Box(List<ShapedNode> layers, List<Integer> inputs) {
    /** Stands for what the block reads. */
    static final int ENTRY = -1;

    Box {
        layers = List.copyOf(layers);
        inputs = List.copyOf(inputs);
    }

    Box with(ShapedNode layer) {
        List<ShapedNode> longer = new ArrayList<>(layers);
        longer.add(layer);
        return new Box(longer, inputs);
    }

    String name() {
        return layers.get(0).node().name();
    }

    /** Name of the value that it gives. */
    String output() {
        return last().node().name();
    }

    Shape shape() {
        return last().output();
    }

    /** {@code conv 3×3 · norm · relu}. */
    String operation() {
        return String.join(
                " \u00b7 ",
                layers.stream().map(layer -> LayerText.of(layer.node().layer())).toList());
    }

    /** Whether several values meet in it. */
    boolean isMerge() {
        return inputs.size() > 1;
    }

    /** Class of its colour. */
    String tint() {
        Layer layer = layers.get(0).node().layer();
        if (isMerge()) {
            return "merge";
        } else if (layer instanceof Layer.Convolution) {
            return "conv";
        } else if (layer instanceof Layer.Linear) {
            return "linear";
        } else if (layer instanceof Layer.Pool || layer instanceof Layer.GlobalAveragePool) {
            return "pool";
        }
        return "other";
    }

    private ShapedNode last() {
        return layers.get(layers.size() - 1);
    }
}
