package dev.netwright.runtime.kernel;

/** A training step of one network, bound to one batch size. */
public interface TrainingProgram {
    /** Computes the loss of the loaded batch and updates running statistics. */
    void forward();

    /** Computes the gradient of every parameter that isn't frozen, after {@link #forward()} of the same batch. */
    void backward();

    /**
     * The loss of the last {@link #forward()}, with auxiliary heads times their weights. Cross entropy is a mean over
     * the batch, squared error a sum.
     *
     * @return the loss
     */
    double loss();

    /**
     * Correctly classified images of the last {@link #forward()}.
     *
     * @return from 0 to the batch size; 0 if the loss isn't one of classification
     */
    int correct();
}
