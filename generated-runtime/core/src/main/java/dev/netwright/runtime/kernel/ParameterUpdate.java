package dev.netwright.runtime.kernel;

import java.util.List;

/**
 * One optimizer bound to one network's parameters, gradients and state. What the next step does follows from these and the
 * arguments of {@link #step} alone: an optimizer whose states were copied into a fresh one of the same rule continues bit for bit.
 */
public interface ParameterUpdate extends AutoCloseable {
    /**
     * Changes every parameter by its gradient.
     *
     * @param learningRate the schedule's value for this step
     * @param iteration number of steps before this one
     * @param epoch number of epochs before this one
     */
    void step(double learningRate, int iteration, int epoch);

    /** What it keeps, parameter by parameter in the network's order; empty for plain gradient descent. */
    List<OptimizerState> states();

    /**
     * Copies one of its states out, in the parameter's logical layout.
     *
     * @param target as many numbers as the parameter has
     * @throws IllegalArgumentException if the state isn't one of {@link #states()}, or the size another
     */
    void read(OptimizerState state, float[] target);

    /**
     * Copies one of its states in, in the parameter's logical layout.
     *
     * @param source as many numbers as the parameter has
     * @throws IllegalArgumentException if the state isn't one of {@link #states()}, or the size another
     */
    void write(OptimizerState state, float[] source);

    /** Frees the state. */
    @Override
    void close();
}
