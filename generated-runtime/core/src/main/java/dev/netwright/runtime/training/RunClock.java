package dev.netwright.runtime.training;

import java.time.Duration;
import java.util.function.Supplier;

/** Measures a run's time and remembers its last step. */
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

    /** Time since the run started or resumed. */
    Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The last step's loss; NaN before the first step. */
    double lastLoss() {
        return lastLoss;
    }

    /** The last step's learning rate; NaN before the first step. */
    double lastLearningRate() {
        return lastLearningRate;
    }

    /** Counts the time of a call as waiting. */
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

    /** Throughput of the steps since the previous call; 0 without a step. */
    double imagesPerSecondSincePoint() {
        long nanos = stepNanos - stepNanosAtPoint;
        double pace = nanos == 0 ? 0 : (images - imagesAtPoint) / (nanos / NANOS);
        imagesAtPoint = images;
        stepNanosAtPoint = stepNanos;
        return pace;
    }

    /** Starts a lap. */
    Lap lap() {
        return new Lap();
    }

    /** A part of the run, such as an epoch. */
    final class Lap {
        private final long begin = System.nanoTime();
        private final long imagesBefore = images;
        private final long stepNanosBefore = stepNanos;
        private final long waitedNanosBefore = waitedNanos;

        /** The times from the start of the lap until now. */
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
