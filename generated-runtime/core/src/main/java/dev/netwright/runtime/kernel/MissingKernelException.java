package dev.netwright.runtime.kernel;

import dev.netwright.operation.Operation;

/**
 * A kernel set has no kernel for an operation of a program. It is thrown when the program is bound, before anything
 * computes.
 */
public final class MissingKernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An operation without a kernel.
     *
     * @param kernelSet the kernel set's name
     * @param operation the operation that it can't compute
     * @param instead what to use, as the message ends
     */
    public MissingKernelException(String kernelSet, Operation operation, String instead) {
        super("the kernels of " + kernelSet + " can't compute " + operation.name() + " ("
                + operation.getClass().getSimpleName() + "); " + instead);
    }
}
