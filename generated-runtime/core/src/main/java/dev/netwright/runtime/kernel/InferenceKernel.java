package dev.netwright.runtime.kernel;

/**
 * One operation of a program, bound to its memory for the life of the binding. Kernels of a binding run on one thread
 * at a time.
 */
public interface InferenceKernel {
    /** Computes the output from the input. */
    void forward();

    /**
     * The code that computes it, for reports.
     *
     * @return the library's names of the code, those of backward after "backward"; empty if the kernel set doesn't say
     */
    default String code() {
        return "";
    }
}
