package dev.netwright.runtime.kernel;

/**
 * One operation of a program, bound to its memory for the life of the binding. Kernels of a binding run on one thread
 * at a time.
 */
public interface InferenceKernel {
    /** Computes the output from the input. */
    void forward();
}
