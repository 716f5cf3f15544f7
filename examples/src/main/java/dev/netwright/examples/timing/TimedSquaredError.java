package dev.netwright.examples.timing;

import dev.netwright.runtime.kernel.SquaredError;

/** A squared error whose calls are timed; asking it for its result isn't. */
record TimedSquaredError(SquaredError loss, TimedKernel timed) implements SquaredError {
    static TimedSquaredError of(SquaredError loss, LayerTime time) {
        return new TimedSquaredError(loss, new TimedKernel(loss, time));
    }

    @Override
    public void forward() {
        timed.forward();
    }

    @Override
    public void backward() {
        timed.backward();
    }

    @Override
    public double sum() {
        return loss.sum();
    }
}
