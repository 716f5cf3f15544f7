package dev.netwright.runtime.kernel;

/**
 * A loss of a training program. Its {@link #backward()} writes the gradient of the output that the loss compares with
 * its targets.
 */
public interface LossKernel extends TrainingKernel {
    /**
     * The loss of the last forward pass, before its weight: a mean over the batch or a sum, as the loss defines it.
     *
     * @return the loss
     */
    double value();

    /**
     * Correctly classified images of the last forward pass: those whose largest logit is at their label. The first of
     * several equal logits counts.
     *
     * @return from 0 to the batch size; 0 for a loss that isn't one of classification
     */
    int correct();
}
