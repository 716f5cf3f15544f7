package dev.netwright.runtime.schedule;

/** {@link LearningRate#constant}. */
record ConstantRate(double rate) implements LearningRate {
    ConstantRate {
        Range.require("learning rate", rate, 0, Float.MAX_VALUE);
    }

    @Override
    public double at(RunPosition position) {
        return rate;
    }
}
