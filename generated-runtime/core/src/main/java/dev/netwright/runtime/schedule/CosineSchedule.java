package dev.netwright.runtime.schedule;

/** {@link Schedule#cosineTo}. */
record CosineSchedule(double last) implements Schedule {
    CosineSchedule {
        Range.require("last", last, 0, 1);
    }

    @Override
    public double factor(RunPosition position) {
        return between(1, last, (double) position.step() / position.totalSteps());
    }

    /** Half a cosine wave from one number to another. */
    static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
