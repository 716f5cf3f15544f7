package dev.netwright.runtime.kernel;

/** One operation of a training program, bound to its memory for the life of the binding. */
public interface TrainingKernel extends InferenceKernel {
    /**
     * Computes the gradients of the input and of the parameters from the gradient of the output, after
     * {@link #forward()} of the same batch. Gradients are overwritten, but added to where a later reader of the input has
     * written its gradient. The output and its gradient may be used up by it.
     */
    void backward();
}
