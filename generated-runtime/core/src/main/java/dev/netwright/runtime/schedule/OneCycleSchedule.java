package dev.netwright.runtime.schedule;

/** {@link Schedule#oneCycle}. */
record OneCycleSchedule(double rising, double initialDivisor, double finalDivisor) implements Schedule {
    OneCycleSchedule {
        if (!(rising > 0 && rising < 1)) {
            throw new IllegalArgumentException("rising must be above 0 and below 1, found " + rising);
        }
        Range.require("initialDivisor", initialDivisor, 1, Double.MAX_VALUE);
        Range.require("finalDivisor", finalDivisor, 1, Double.MAX_VALUE);
    }

    @Override
    public double factor(RunPosition position) {
        double first = 1 / initialDivisor;
        double last = first / finalDivisor;
        double top = rising * position.totalSteps() - 1;
        double end = position.totalSteps() - 1.0;
        int step = position.step();
        if (step < top) {
            return CosineSchedule.between(first, 1, step / top);
        }
        // In a run of one or two steps the maximum lies before the first step, which is already on the way down.
        return CosineSchedule.between(1, last, Math.min(1, (step - top) / (end - top)));
    }
}
