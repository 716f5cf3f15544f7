package dev.netwright.runtime.kernel;

import java.util.List;

/**
 * One optimizer bound to one network's parameters, gradients and states. A step depends on these and on the arguments
 * of {@link #step} alone: a fresh optimizer of the same rule, with the states copied into it, continues
 * bit-identically.
 */
public interface ParameterUpdate extends AutoCloseable {
    /**
     * Changes every parameter that isn't frozen by its gradient. The gradients may be used up.
     *
     * @param learningRate the schedule's value for this step, at least 0 and finite as a float
     * @param iteration number of steps before this one
     * @param epoch number of epochs before this one
     */
    void step(double learningRate, int iteration, int epoch);

    /**
     * The tensors that the optimizer keeps, parameter by parameter in the network's order.
     *
     * @return empty for plain gradient descent
     */
    List<OptimizerState> states();

    /**
     * Copies a state out, in the parameter's logical layout.
     *
     * @param state one of {@link #states()}
     * @param target as long as the parameter
     * @throws IllegalArgumentException if the optimizer has no such state, or {@code target} has another length
     */
    void read(OptimizerState state, float[] target);

    /**
     * Copies a state in, from the parameter's logical layout.
     *
     * @param state one of {@link #states()}
     * @param source as long as the parameter
     * @throws IllegalArgumentException if the optimizer has no such state, or {@code source} has another length
     */
    void write(OptimizerState state, float[] source);

    /** Frees the state. */
    @Override
    void close();
}
