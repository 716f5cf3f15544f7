package dev.netwright.operation;

import java.util.List;

/**
 * A layer's type and settings, independent of its position in a network. It can answer questions before the input's
 * shape is known exactly.
 *
 * <p>Settings that came from a fault are bounded by a pair of forms: this one has the least value of each number, and
 * {@code most}, of the same class, the greatest.
 */
public interface LayerForm {
    /**
     * The layer at a position in a network.
     *
     * @param name the layer's name, unique in the network
     * @param inputs the values that it reads: one, except for sums, products and concatenations
     * @return the layer
     */
    Layer at(String name, List<Value> inputs);

    /**
     * The layer's part of the network's fingerprint: its type and all its settings. Two forms that compute different
     * values have different texts. Saved weights contain the fingerprint, so the text must not depend on the JDK and
     * must never change.
     *
     * @return the text, in a fixed format
     */
    String fingerprint();

    /**
     * What the layer computes at inference, in PyTorch's words, without the channels and units that its tensors' shapes
     * state. Two layers with equal text and equal tensors compute equal values.
     *
     * @param input the bounds of the input's shape
     * @return the text; empty for dropout and for layers that only route values
     */
    String torchForm(ShapeBounds input);

    /**
     * The bounds of the output's shape.
     *
     * @param most the same layer with the greatest value of each number
     * @param input the bounds of the input's shape
     * @return the bounds; if the window doesn't fit the input, only the channels are bounded
     */
    default ShapeBounds output(LayerForm most, ShapeBounds input) {
        return input;
    }

    /**
     * The bounds of the output's shape for a layer that may have several inputs.
     *
     * @param most the same layer with the greatest value of each number
     * @param inputs the bounds of the inputs' shapes, at least one
     * @return the bounds; if the inputs don't fit one another, those that the first ones suggest
     */
    default ShapeBounds output(LayerForm most, List<ShapeBounds> inputs) {
        return output(most, inputs.get(0));
    }

    /**
     * The trainable tensors, with the least possible size of each dimension.
     *
     * @param input the bounds of the input's shape
     * @return the tensors, a weight before its bias
     */
    default List<ParameterShape> parameters(ShapeBounds input) {
        return List.of();
    }

    /**
     * The receptive field of its output.
     *
     * @param input the bounds of the input's shape
     * @param seen the receptive field of the input
     * @return the receptive field, by default the input's
     */
    default ReceptiveField receptiveField(ShapeBounds input, ReceptiveField seen) {
        return seen;
    }

    /** {@return whether its input must be an image, not a vector} */
    default boolean readsImages() {
        return false;
    }

    /**
     * {@return whether it normalizes: a norm that belongs to another layer has a name that ends in {@code _norm}, and
     * its tensors are named after that layer}
     */
    default boolean isNorm() {
        return false;
    }

    /** {@return the number of groups, which must divide its input and output channels; 1 if it has no groups} */
    default int groups() {
        return 1;
    }
}
