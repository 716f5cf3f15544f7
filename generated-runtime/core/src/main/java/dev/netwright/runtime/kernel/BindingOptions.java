package dev.netwright.runtime.kernel;

/**
 * What a run decides of the computation of its programs, beside their batch sizes.
 *
 * @param seed of the dropout masks
 * @param labelSmoothing share of each label that goes to all classes alike in training, at least 0 and below 1; see {@link SoftmaxCrossEntropy}
 * @param frozen layers without backward, whose norms use and keep their running statistics in training as well
 */
public record BindingOptions(long seed, double labelSmoothing, FrozenLayers frozen) {
    /** Refuses a share that leaves nothing of a label. */
    public BindingOptions {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "label smoothing must be at least 0 and below 1, found " + labelSmoothing);
        }
    }

    /** A seed and nothing out of the ordinary. */
    public static BindingOptions seeded(long seed) {
        return new BindingOptions(seed, 0, FrozenLayers.NONE);
    }
}
