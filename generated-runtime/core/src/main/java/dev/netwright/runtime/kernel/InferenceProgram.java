package dev.netwright.runtime.kernel;

/** The forward pass of one network, bound to one batch size. */
public interface InferenceProgram {
    /** Computes the output from the loaded images: one logit for each class and image, or the output's values. */
    void forward();
}
