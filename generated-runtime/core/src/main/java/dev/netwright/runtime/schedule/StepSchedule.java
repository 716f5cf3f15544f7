package dev.netwright.runtime.schedule;

/** {@link Schedule#step}. */
record StepSchedule(int epochs, double factor) implements Schedule {
    StepSchedule {
        Range.require("epochs", epochs, 1, Integer.MAX_VALUE);
        Range.requirePositive("factor", factor);
    }

    @Override
    public double factor(RunPosition position) {
        int passed = position.epoch() / epochs;
        return Math.pow(factor, passed);
    }
}
