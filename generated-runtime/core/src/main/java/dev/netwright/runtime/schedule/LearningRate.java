package dev.netwright.runtime.schedule;

import java.util.List;

/** A learning rate over a run. Its {@code toString} appears in the configuration of a run's folder. */
@FunctionalInterface
public interface LearningRate {
    /**
     * The learning rate of a step.
     *
     * @param position position of the run before the step
     * @return the rate, at least 0 and finite as a float
     */
    double at(RunPosition position);

    /**
     * Notes about deviations from the requested rates, reported before the first step.
     *
     * @param begin start of the run
     * @return sentences; empty if there are no deviations
     */
    default List<String> notes(RunPosition begin) {
        return List.of();
    }

    /**
     * A constant learning rate.
     *
     * @param rate the rate, at least 0 and finite as a float
     * @return the learning rate
     * @throws IllegalArgumentException if the rate is out of range
     */
    static LearningRate constant(double rate) {
        return new ConstantRate(rate);
    }

    /**
     * Multiplies this learning rate by a schedule.
     *
     * @param schedule the schedule
     * @return the product
     */
    default LearningRate times(Schedule schedule) {
        return new ScheduledRate(this, schedule);
    }
}
