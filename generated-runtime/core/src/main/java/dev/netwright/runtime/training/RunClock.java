package dev.netwright.runtime.training;

import java.time.Duration;
import java.util.function.Supplier;

/** Where a run's time goes, and what its last step was. */
final class RunClock {
    private static final double NANOS = 1e9;

    private final long begin = System.nanoTime();
    private long images;
    private long stepNanos;
    private long waitedNanos;
    private long imagesAtPoint;
    private long stepNanosAtPoint;
    private double lastLoss = Double.NaN;
    private double lastLearningRate = Double.NaN;

    /** Counts a step. */
    void stepped(int newImages, double loss, double learningRate, long nanos) {
        images += newImages;
        stepNanos += nanos;
        lastLoss = loss;
        lastLearningRate = learningRate;
    }

    /** Time since the run began or was resumed. */
    Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Of the last step's batch; NaN before it. */
    double lastLoss() {
        return lastLoss;
    }

    /** Of the last step; NaN before it. */
    double lastLearningRate() {
        return lastLearningRate;
    }

    /** Counts the time that something takes as waiting. */
    <T> T waiting(Supplier<T> something) {
        long begin = System.nanoTime();
        try {
            return something.get();
        } finally {
            waitedNanos += System.nanoTime() - begin;
        }
    }

    long images() {
        return images;
    }

    double trainingSeconds() {
        return stepNanos / NANOS;
    }

    double waitedSeconds() {
        return waitedNanos / NANOS;
    }

    double imagesPerSecond() {
        return stepNanos == 0 ? 0 : images / trainingSeconds();
    }

    /** By the time of the steps since it was last asked; 0 without a step. */
    double imagesPerSecondSincePoint() {
        long nanos = stepNanos - stepNanosAtPoint;
        double pace = nanos == 0 ? 0 : (images - imagesAtPoint) / (nanos / NANOS);
        imagesAtPoint = images;
        stepNanosAtPoint = stepNanos;
        return pace;
    }

    /** From now on. */
    Lap lap() {
        return new Lap();
    }

    /** A part of the run. */
    final class Lap {
        private final long begin = System.nanoTime();
        private final long imagesBefore = images;
        private final long stepNanosBefore = stepNanos;
        private final long waitedNanosBefore = waitedNanos;

        /** Until now. */
        EpochTimes times() {
            double training = (stepNanos - stepNanosBefore) / NANOS;
            return new EpochTimes(
                    (System.nanoTime() - begin) / NANOS,
                    training,
                    (waitedNanos - waitedNanosBefore) / NANOS,
                    training == 0 ? 0 : (images - imagesBefore) / training);
        }
    }
}
