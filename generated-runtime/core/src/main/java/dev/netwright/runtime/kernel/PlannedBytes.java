package dev.netwright.runtime.kernel;

/**
 * The memory that a program needs with a kernel set, computed before anything is allocated, in bytes.
 *
 * @param binding the sum that {@link BoundBytes} counts: activations, their gradients, scratch, inputs and outputs
 * @param values trainable parameters in the kernel set's layouts; their gradients and each state of an optimizer take
 *     as much
 * @param statistics running means and variances
 */
public record PlannedBytes(long binding, long values, long statistics) {
    /**
     * The memory of a prediction: binding, parameters and statistics.
     *
     * @return bytes
     */
    public long inferenceBytes() {
        return binding + values + statistics;
    }

    /**
     * The memory of a training step: binding, parameters, gradients, the optimizer's states and statistics.
     *
     * @param states values that the optimizer keeps for each parameter: 0 for plain gradient descent, 2 for Adam
     * @return bytes
     */
    public long trainingBytes(int states) {
        return binding + (2L + states) * values + statistics;
    }
}
