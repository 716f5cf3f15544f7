package dev.netwright.operation;

import java.util.List;

/**
 * A layer by its numbers alone, wherever it may stand: what a spec says of it before anything is known of what it reads. A number
 * that came from a fault lies between that of this form and that of {@code most}, the same layer with the most that each of its
 * numbers may be.
 */
public interface LayerForm {
    /** The layer at its place. It reads one value, but for sums and joins. */
    Layer at(String name, List<Value> inputs);

    /**
     * The layer with all its numbers, for a network's fingerprint: no two forms that compute different values have one text. It is free of
     * what may change with the JDK, and never changes itself, because saved weights carry the fingerprint.
     */
    String fingerprint();

    /**
     * What it computes in prediction, in PyTorch's words and without what its tensors' shapes say: channels and units. Two layers of one
     * form and with equal tensors give equal values. Empty for dropout, and for what only says which layer reads what.
     */
    String torchForm(ShapeBounds input);

    /** What is known of its output. Where its window doesn't fit, that is its channels. */
    default ShapeBounds output(LayerForm most, ShapeBounds input) {
        return input;
    }

    /** Its trainable tensors, with the least that their sides may be. */
    default List<ParameterShape> parameters(ShapeBounds input) {
        return List.of();
    }

    /** Whether it reads images alone, and no vectors. */
    default boolean readsImages() {
        return false;
    }

    /** Parts into which it divides the channels that it reads and those that it gives; 1 if it divides none. */
    default int groups() {
        return 1;
    }
}
