package dev.netwright.runtime.schedule;

/** {@link LearningRate#times}. */
record ScheduledRate(LearningRate rate, Schedule schedule) implements LearningRate {
    @Override
    public double at(RunPosition position) {
        return rate.at(position) * schedule.factor(position);
    }
}
