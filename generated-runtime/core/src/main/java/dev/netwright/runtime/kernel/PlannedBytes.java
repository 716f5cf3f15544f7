package dev.netwright.runtime.kernel;

/**
 * The memory that a program takes with a kernel set, worked out before any is taken, in bytes.
 *
 * @param binding what {@link BoundBytes} counts: activations, gradients of activations, scratch, what the host reads and writes
 * @param values trainable parameters in the kernel set's layouts; their gradients and each of an optimizer's states take as many
 * @param statistics running means and variances
 */
public record PlannedBytes(long binding, long values, long statistics) {
    /** All of a prediction. */
    public long inferenceBytes() {
        return binding + values + statistics;
    }

    /**
     * All of a training step.
     *
     * @param states numbers that the optimizer keeps for each parameter
     */
    public long trainingBytes(int states) {
        return binding + (2L + states) * values + statistics;
    }
}
