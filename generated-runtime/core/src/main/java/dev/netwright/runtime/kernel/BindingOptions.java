package dev.netwright.runtime.kernel;

/**
 * The options of a run that change what its programs compute, beside the batch size.
 *
 * @param seed seeds the dropout masks
 * @param labelSmoothing the share of each label that is spread evenly over all classes in training, at least 0 and
 *     below 1; see {@link dev.netwright.operation.SoftmaxCrossEntropy}
 * @param frozen layers without a backward pass, whose norms normalize by their running statistics in training too and
 *     don't update them
 * @param weights weights of the outputs in the loss
 */
public record BindingOptions(long seed, double labelSmoothing, FrozenLayers frozen, LossWeights weights) {
    /**
     * Checks the range of the label smoothing.
     *
     * @param seed seeds the dropout masks
     * @param labelSmoothing the share of each label that is spread evenly over all classes in training, at least 0 and
     *     below 1; see {@link dev.netwright.operation.SoftmaxCrossEntropy}
     * @param frozen layers without a backward pass, whose norms normalize by their running statistics in training too
     *     and don't update them
     * @param weights weights of the outputs in the loss
     * @throws IllegalArgumentException if the label smoothing is below 0, 1 or more, or NaN
     */
    public BindingOptions {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "label smoothing must be at least 0 and below 1, found " + labelSmoothing);
        }
    }

    /**
     * Options with weights of 1.
     *
     * @param seed seeds the dropout masks
     * @param labelSmoothing the share of each label that is spread evenly over all classes in training
     * @param frozen layers without a backward pass
     * @throws IllegalArgumentException if the label smoothing is below 0, 1 or more, or NaN
     */
    public BindingOptions(long seed, double labelSmoothing, FrozenLayers frozen) {
        this(seed, labelSmoothing, frozen, LossWeights.NONE);
    }

    /**
     * Options with no label smoothing and no frozen layers.
     *
     * @param seed seeds the dropout masks
     * @return the options
     */
    public static BindingOptions seeded(long seed) {
        return new BindingOptions(seed, 0, FrozenLayers.NONE);
    }
}
