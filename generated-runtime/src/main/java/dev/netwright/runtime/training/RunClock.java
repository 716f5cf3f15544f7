package dev.netwright.runtime.training;

import java.util.function.Supplier;

/** Where a run's time goes. */
final class RunClock {
    private static final double NANOS = 1e9;

    private long images;
    private long stepNanos;
    private long waitedNanos;

    /** Counts a step. */
    void stepped(int newImages, long nanos) {
        images += newImages;
        stepNanos += nanos;
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
