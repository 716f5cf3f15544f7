package dev.netwright.plan;

import dev.netwright.operation.Operation;
import dev.netwright.operation.Shape;

/**
 * The memory behaviour of a kernel set's kernels; the planner knows nothing else about the kernel set. All bytes are
 * those of a whole batch.
 */
public interface KernelNeeds {
    /**
     * The size of a value or of its gradient in the kernel set's layout.
     *
     * @param shape the shape of one image's values
     * @return the bytes of the batch
     */
    long bytes(Shape shape);

    /**
     * Whether the backward kernel reads the operation's inputs.
     *
     * @param operation an operation of a training program
     * @return true if the inputs must stay in memory until then
     */
    boolean readsInputInBackward(Operation operation);

    /**
     * Whether the backward kernel reads the operation's output.
     *
     * @param operation an operation of a training program
     * @return true if the output must stay in memory until then
     */
    boolean readsOutputInBackward(Operation operation);

    /**
     * Whether the kernel can write its output over its first input, if nothing else reads that input.
     *
     * @param operation the operation
     * @return true if it can run in place
     */
    boolean overwritesInput(Operation operation);

    /**
     * Whether the backward kernel can write its input's gradient over its output's gradient, if no other operation
     * contributes to the former.
     *
     * @param operation an operation of a training program
     * @return true if it can run in place
     */
    boolean overwritesGradient(Operation operation);

    /** {@return whether a branch can lie in its channels of a concatenated value; otherwise concatenation copies} */
    boolean joinsInPlace();

    /**
     * The memory that a kernel keeps besides its input and output: in training from forward to backward, at inference
     * while it runs.
     *
     * @param operation the operation
     * @return the bytes of the batch, 0 for none
     */
    long savedBytes(Operation operation);
}
