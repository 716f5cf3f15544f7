package dev.netwright.runtime.schedule;

/** A step size over time. */
@FunctionalInterface
public interface LearningRate {
    /** The step size of the step before which a run stands. */
    double at(RunPosition position);

    /** The same at every step. */
    static LearningRate constant(double rate) {
        return position -> rate;
    }

    /** This step size times a schedule's factor. */
    default LearningRate times(Schedule schedule) {
        return position -> at(position) * schedule.factor(position);
    }
}
