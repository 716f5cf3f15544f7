package dev.netwright.runtime.data;

import java.util.stream.IntStream;

/** The samples of an epoch in the order in which they are read. */
final class EpochOrder {
    private final int[] samples;
    private final int[] repeats;

    /**
     * An order over arrays that nobody changes.
     *
     * @param samples indices in the dataset
     * @param repeats how often each of them has come before in this epoch
     */
    EpochOrder(int[] samples, int[] repeats) {
        this.samples = samples;
        this.repeats = repeats;
    }

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

    /** The sample at a place of the epoch. */
    int sample(int place) {
        return samples[place];
    }

    /** How often the sample at a place has come before in this epoch. */
    int repeat(int place) {
        return repeats[place];
    }
}
