package dev.netwright.runtime.kernel;

import dev.netwright.operation.Operation;

/** A kernel set can't compute an operation of a program, which it says when it is asked to bind it. */
public final class MissingKernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An operation without a kernel.
     *
     * @param kernelSet the kernel set's name
     * @param instead what to use, as a message ends
     */
    public MissingKernelException(String kernelSet, Operation operation, String instead) {
        super("the kernels of " + kernelSet + " can't compute " + operation.name() + " ("
                + operation.getClass().getSimpleName() + "); " + instead);
    }
}
