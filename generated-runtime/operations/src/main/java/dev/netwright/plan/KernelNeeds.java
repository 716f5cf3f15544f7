package dev.netwright.plan;

import dev.netwright.operation.Operation;
import dev.netwright.operation.Shape;

/** What a kernel set says of its kernels: the planner has no other knowledge of it. Bytes are those of a whole batch. */
public interface KernelNeeds {
    /** Bytes of a value, or of its gradient, in the kernel set's layout. */
    long bytes(Shape shape);

    /** Whether an operation's backward reads the values of its input. */
    boolean readsInputInBackward(Operation operation);

    /** Whether an operation's backward reads the values of its output. */
    boolean readsOutputInBackward(Operation operation);

    /** Whether a kernel may write its output over its first input, if nothing else reads that. */
    boolean overwritesInput(Operation operation);

    /** Whether a kernel may write the gradient of its input over that of its output, if it alone writes it. */
    boolean overwritesGradient(Operation operation);

    /** Whether a branch may lie in its channels of the joined value; else joins copy. */
    boolean joinsInPlace();

    /** Bytes that an operation keeps beside input and output: in training for its backward, else from one of its steps to the next. */
    long savedBytes(Operation operation);
}
