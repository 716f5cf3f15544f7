package dev.netwright.runtime.schedule;

import java.util.List;

/** A step size over time. What its {@code toString} says stands in the configuration of a run's folder. */
@FunctionalInterface
public interface LearningRate {
    /** The step size of the step before which a run stands. */
    double at(RunPosition position);

    /**
     * What a run says of it before its first step: where it isn't to the letter what was asked for.
     *
     * @param begin of the run
     */
    default List<String> notes(RunPosition begin) {
        return List.of();
    }

    /**
     * The same at every step.
     *
     * @param rate at least 0, and a finite float
     */
    static LearningRate constant(double rate) {
        return new ConstantRate(rate);
    }

    /** This step size times a schedule's factor. */
    default LearningRate times(Schedule schedule) {
        return new ScheduledRate(this, schedule);
    }
}
