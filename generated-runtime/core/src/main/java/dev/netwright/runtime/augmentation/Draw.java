package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;

/**
 * The random numbers by which one sample is changed in one epoch, one after the other. They follow from the seed, the epoch
 * and the sample alone: neither batches, nor threads, nor where a run was taken up again have a part in them.
 */
@FunctionalInterface
public interface Draw {
    /** The next 32 random bits. */
    int bits();

    /**
     * The numbers of a sample: the bits of {@code CounterRandom.seeded(seed)} in stream {@link RandomStream#AUGMENTATION},
     * step {@code epoch}, from index {@code sample * 2^32} on.
     *
     * @param epoch any number
     * @param sample its index in the data set that is learned, from 0
     */
    static Draw of(long seed, int epoch, int sample) {
        return new SampleDraw(CounterRandom.seeded(seed), epoch, sample);
    }

    /** Uniform over the multiples of 2^-24 in [0, 1). */
    default double uniform() {
        return (bits() >>> 8) * 0x1p-24;
    }

    /** Uniform in [low, high), or low if both are equal. */
    default double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform over the whole numbers from 0 to {@code bound - 1}: {@code (bits * bound) >>> 32}, bits taken as unsigned. */
    default int below(int bound) {
        return (int) ((Integer.toUnsignedLong(bits()) * bound) >>> 32);
    }

    /** True with a probability in [0, 1]. */
    default boolean happens(double probability) {
        return uniform() < probability;
    }
}
