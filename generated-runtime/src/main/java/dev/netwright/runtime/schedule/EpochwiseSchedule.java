package dev.netwright.runtime.schedule;

/** {@link Schedule#byEpoch}. */
record EpochwiseSchedule(Schedule schedule) implements Schedule {
    @Override
    public double factor(RunPosition position) {
        return schedule.factor(position.inEpochs());
    }
}
