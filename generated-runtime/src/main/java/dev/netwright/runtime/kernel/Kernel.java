package dev.netwright.runtime.kernel;

/** One operation of a program, bound to its memory for the life of the binding. Kernels of a binding run on one thread at a time. */
public interface Kernel {
    /** Computes the output from the input. */
    void forward();

    /**
     * Computes the gradients of the input and of the parameters from the gradient of the output, after
     * {@link #forward()} of the same batch. Gradients are overwritten, but added to where the input is
     * {@link Binding#accumulating}. The output and its gradient may be used up by it.
     *
     * @throws UnsupportedOperationException in an inference program
     */
    void backward();
}
