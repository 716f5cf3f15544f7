package dev.netwright.runtime.kernel;

/** A loss of a training program; {@link #backward()} writes the gradient of the output that it compares. */
public interface LossKernel extends TrainingKernel {
    /** The loss, without its weight, of the batch that {@link #forward()} saw last: a mean over the batch, or a sum. */
    double value();

    /**
     * How many images of that batch have their largest logit at their label, the first where several are largest; 0 if the loss
     * isn't one of classification.
     */
    int correct();
}
