package dev.netwright.examples.timing;

import dev.netwright.runtime.kernel.SoftmaxCrossEntropy;

/** A loss of classification whose calls are timed; asking it for its results isn't. */
record TimedSoftmaxCrossEntropy(SoftmaxCrossEntropy loss, TimedKernel timed) implements SoftmaxCrossEntropy {
    static TimedSoftmaxCrossEntropy of(SoftmaxCrossEntropy loss, LayerTime time) {
        return new TimedSoftmaxCrossEntropy(loss, new TimedKernel(loss, time));
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
    public double mean() {
        return loss.mean();
    }

    @Override
    public int correct() {
        return loss.correct();
    }
}
