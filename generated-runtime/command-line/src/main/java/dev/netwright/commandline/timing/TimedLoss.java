package dev.netwright.commandline.timing;

import dev.netwright.runtime.kernel.LossKernel;

/** A loss with timed calls; reading its results isn't timed. */
record TimedLoss(LossKernel loss, TimedTrainingKernel timed) implements LossKernel {
    static TimedLoss of(LossKernel loss, LayerTime time) {
        return new TimedLoss(loss, new TimedTrainingKernel(loss, time));
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
    public double value() {
        return loss.value();
    }

    @Override
    public int correct() {
        return loss.correct();
    }
}
