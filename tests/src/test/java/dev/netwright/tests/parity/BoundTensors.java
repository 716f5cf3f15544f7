package dev.netwright.tests.parity;

import dev.netwright.operation.Operation;
import dev.netwright.operation.Program;
import dev.netwright.runtime.kernel.InferenceKernel;
import dev.netwright.runtime.kernel.Workspace;
import java.util.List;

/** The tensors of one binding, which its kernel set shows nobody. */
interface BoundTensors {
    /**
     * What an operation reads and, last, what it writes; called while its program takes its kernels.
     *
     * @param kernel the operation's own
     */
    List<TensorAccess> of(Operation operation, InferenceKernel kernel);

    /** Finds the tensors of a kernel set's bindings. */
    interface Finder {
        /** The tensors of a reserved binding, which is opened next. */
        BoundTensors of(Workspace workspace, Program program, int batch);
    }
}
