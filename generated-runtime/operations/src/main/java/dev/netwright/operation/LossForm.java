package dev.netwright.operation;

/** A loss by its numbers alone, before its output is known: what a spec says of it. */
public sealed interface LossForm
        permits SoftmaxCrossEntropy.Form,
                FocalLoss.Form,
                SigmoidCrossEntropy.Form,
                PixelCrossEntropy.Form,
                PixelDice.Form,
                MeanError.Form,
                SquaredError.Form {
    /**
     * The loss of an output.
     *
     * @param name the loss's name, unique in the network
     * @param output the value that is compared with targets
     * @param weight the factor of its gradient, above 0; 1 except for auxiliary heads
     * @return the loss
     */
    Loss at(String name, Value output, double weight);

    /** {@return the text of the loss in a network's fingerprint; its meaning never changes} */
    String fingerprint();

    /** {@return whether a target is one class, so that there are at least 2 outputs} */
    default boolean isOfClasses() {
        return false;
    }

    /** {@return whether the outputs are logits, one for each class or label, so that the output is a vector} */
    default boolean isOfLogits() {
        return false;
    }

    /** {@return whether a target is a class of each pixel, so that the output is an image of the input's size with a channel for each class} */
    default boolean isOfPixels() {
        return false;
    }
}
