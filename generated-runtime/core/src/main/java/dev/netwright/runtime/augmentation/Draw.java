package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;

/**
 * The sequence of random numbers that changes one sample in one epoch. It depends only on the seed, the epoch and the
 * sample, not on batches, threads or a resumed run.
 */
@FunctionalInterface
public interface Draw {
    /** {@return the next 32 random bits} */
    int bits();

    /**
     * The random numbers of a sample: the bits of {@code CounterRandom.seeded(seed)} in stream {@link
     * RandomStream#AUGMENTATION}, step {@code epoch}, from index {@code sample * 2^32} on.
     *
     * @param seed the run's seed
     * @param epoch any number
     * @param sample index of the sample in the training set, from 0
     * @return the sequence, at its start
     */
    static Draw of(long seed, int epoch, int sample) {
        return of(seed, epoch, sample, 0);
    }

    /**
     * The random numbers of a sample that comes several times in an epoch: as {@link #of(long, int, int)}, but in
     * stream {@link RandomStream#repeated}.
     *
     * @param seed the run's seed
     * @param epoch any number
     * @param sample index of the sample in the training set, from 0
     * @param repeat how often it has come before in the epoch, from 0
     * @return the sequence, at its start
     */
    static Draw of(long seed, int epoch, int sample, int repeat) {
        return new SampleDraw(CounterRandom.seeded(seed), RandomStream.repeated(repeat), epoch, sample);
    }

    /** {@return the next number, uniform over the multiples of 2^-24 in [0, 1)} */
    default double uniform() {
        return (bits() >>> 8) * 0x1p-24;
    }

    /**
     * The next number, uniform in a range.
     *
     * @param low lower bound, inclusive
     * @param high upper bound, exclusive
     * @return a number in [low, high); {@code low} if both bounds are equal
     */
    default double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /**
     * The next whole number: {@code (bits * bound) >>> 32} with unsigned bits.
     *
     * @param bound upper bound, exclusive, at least 1
     * @return a number from 0 to {@code bound - 1}, uniformly distributed
     */
    default int below(int bound) {
        return (int) ((Integer.toUnsignedLong(bits()) * bound) >>> 32);
    }

    /**
     * Decides a random event.
     *
     * @param probability probability of the event, in [0, 1]
     * @return true with that probability
     */
    default boolean happens(double probability) {
        return uniform() < probability;
    }
}
