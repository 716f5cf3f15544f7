package dev.netwright.tests.parity;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Workspace;

/** The tensors of one binding, which its kernel set shows nobody. */
interface BoundTensors {
    /** Called when the binding that was planned first has its memory, and before its kernels run. */
    default void haveMemoryOf(Workspace workspace) {}

    /** The tensors behind a handle. */
    TensorAccess of(Activation handle);
}
