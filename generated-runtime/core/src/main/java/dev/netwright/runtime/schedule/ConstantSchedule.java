package dev.netwright.runtime.schedule;

/** {@link Schedule#constant}. */
record ConstantSchedule() implements Schedule {
    @Override
    public double factor(RunPosition position) {
        return 1;
    }
}
