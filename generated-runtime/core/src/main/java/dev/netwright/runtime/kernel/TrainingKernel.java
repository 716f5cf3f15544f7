package dev.netwright.runtime.kernel;

/** One operation of a training program, bound to its memory for the life of the binding. */
public interface TrainingKernel extends InferenceKernel {
    /**
     * Computes the gradients of the input and of the parameters from the gradient of the output, after
     * {@link #forward()} of the same batch. It overwrites gradients, except that it adds to an input's gradient that
     * another reader of the same input has written already. It may overwrite the output and the output's gradient.
     */
    void backward();
}
