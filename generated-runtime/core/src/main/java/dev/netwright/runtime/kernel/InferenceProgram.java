package dev.netwright.runtime.kernel;

/** The forward pass of one network, bound to one batch size. */
public interface InferenceProgram {
    /** From the images to the logits. */
    void forward();
}
