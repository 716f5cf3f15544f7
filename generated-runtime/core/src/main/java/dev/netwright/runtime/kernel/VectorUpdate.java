package dev.netwright.runtime.kernel;

/** An optimizer's step over the vectors of parameters, gradients and states that it is bound to. */
public interface VectorUpdate {
    /**
     * Changes the parameters by their gradients, which it may overwrite.
     *
     * @param learningRate the schedule's value for this step, at least 0 and finite as a float
     * @param iteration number of steps before this one
     * @param epoch number of epochs before this one
     */
    void step(double learningRate, int iteration, int epoch);
}
