package dev.netwright.runtime.kernel;

/** A training step of one network, bound to one batch size. */
public interface TrainingProgram {
    /** From the images to the loss. */
    void forward();

    /** From the loss to the gradient of every parameter; after {@link #forward()} of the same batch. */
    void backward();

    /**
     * The loss that the last {@link #forward()} computed, auxiliary heads included with their weights: a mean over the batch
     * of cross-entropies, a sum over it of squared errors.
     */
    double loss();

    /** How many images the last {@link #forward()} classified rightly; 0 if the loss isn't one of classification. */
    int correct();
}
