package dev.netwright.runtime.training;

/** A step size over time. */
@FunctionalInterface
public interface LearningRate {
    /**
     * The step size.
     *
     * @param iteration number of steps before this one
     * @param epoch number of epochs before this one
     */
    double at(int iteration, int epoch);
}
