package dev.netwright.runtime.kernel;

/** One optimizer bound to one network's parameters, gradients and state. */
public interface ParameterUpdate extends AutoCloseable {
    /**
     * Changes every parameter by its gradient.
     *
     * @param learningRate the schedule's value for this step
     * @param iteration number of steps before this one
     * @param epoch number of epochs before this one
     */
    void step(double learningRate, int iteration, int epoch);

    /** Frees the state. */
    @Override
    void close();
}
