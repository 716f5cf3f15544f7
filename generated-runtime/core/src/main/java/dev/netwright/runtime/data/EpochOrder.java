package dev.netwright.runtime.data;

import java.util.stream.IntStream;

/**
 * The samples of an epoch.
 *
 * @param samples indices in the dataset, in the order in which they are read
 * @param repeats how often each of them has come before in this epoch
 */
record EpochOrder(int[] samples, int[] repeats) {
    /** Samples that come once. */
    static EpochOrder of(int... samples) {
        return new EpochOrder(samples, new int[samples.length]);
    }

    /** All samples in the dataset's order. */
    static EpochOrder sequential(int size) {
        return of(IntStream.range(0, size).toArray());
    }

    int size() {
        return samples.length;
    }
}
