package dev.netwright.runtime.schedule;

/** {@link LearningRate#constant}. */
record ConstantRate(double rate) implements LearningRate {
    @Override
    public double at(RunPosition position) {
        return rate;
    }
}
