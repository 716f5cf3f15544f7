package dev.netwright.runtime.schedule;

/** A step size over time. What its {@code toString} says stands in the configuration of a run's folder. */
@FunctionalInterface
public interface LearningRate {
    /** The step size of the step before which a run stands. */
    double at(RunPosition position);

    /** The same at every step. */
    static LearningRate constant(double rate) {
        return new ConstantRate(rate);
    }

    /** This step size times a schedule's factor. */
    default LearningRate times(Schedule schedule) {
        return new ScheduledRate(this, schedule);
    }
}
