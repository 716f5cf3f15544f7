package dev.netwright.runtime.schedule;

/** {@link Schedule#warmUp}. */
record WarmUpSchedule(Schedule then, double epochs, double from) implements Schedule {
    WarmUpSchedule {
        Range.require("epochs", epochs, 0, Double.MAX_VALUE);
        Range.require("from", from, 0, 1);
    }

    @Override
    public double factor(RunPosition position) {
        int steps = Math.toIntExact(Math.round(epochs * position.stepsPerEpoch()));
        return position.step() < steps
                ? from + (1 - from) * position.step() / steps
                : then.factor(position.after(steps));
    }
}
