package dev.netwright.runtime.random;

import java.util.Objects;

/**
 * Stateless random numbers: each is a pure function of seed, stream, step and index.
 *
 * <p>The 32 bits at an index are word {@code index % 4} of the {@link Philox4x32} block whose counter words are (low 32
 * bits of {@code index / 4}, high 32 bits of {@code index / 4}, stream, step) and whose key is (low 32 bits of the
 * seed, high 32 bits of the seed). Any thread can therefore compute any range of any stream in any order, and a run
 * that resumes at a step gets the same numbers as an uninterrupted one. {@link RandomStream} lists the streams.
 *
 * <p>Instances are immutable and thread-safe. The methods that fill arrays allocate a constant amount of memory.
 */
public final class CounterRandom {
    /** Enough for vector instructions, and small enough for the first-level cache. */
    private static final int BLOCKS_AT_ONCE = 256;

    private static final float UNIFORM_UNIT = 0x1p-24f;
    private static final double OPEN_UNIT = 0x1p-32;

    private final long seed;

    private CounterRandom(long seed) {
        this.seed = seed;
    }

    /**
     * The generator of a seed.
     *
     * @param seed any number
     * @return the generator
     */
    public static CounterRandom seeded(long seed) {
        return new CounterRandom(seed);
    }

    /**
     * The 32 random bits at an index.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the stream's second coordinate, such as the training step
     * @param index index in the stream, from 0
     * @return the bits
     */
    public int bits(int stream, int step, long index) {
        checkRange(index, 1);
        int[] words = new int[Philox4x32.WORDS];
        new Philox4x32(1).compute(index / Philox4x32.WORDS, 1, stream, step, seed, words);
        return words[(int) (index % Philox4x32.WORDS)];
    }

    /**
     * The uniform number at an index: {@code (bits >>> 8) * 2^-24}.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the stream's second coordinate, such as the training step
     * @param index index in the stream, from 0
     * @return a multiple of 2^-24 in [0, 1)
     */
    public float uniform(int stream, int step, long index) {
        return toUniform(bits(stream, step, index));
    }

    /**
     * Writes the uniform numbers of indices {@code firstIndex} to {@code firstIndex + length - 1}.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the stream's second coordinate, such as the training step
     * @param target array in which {@code target[offset + i]} becomes {@code uniform(stream, step, firstIndex + i)}
     * @param offset index of the first number in the array
     * @param length number of numbers
     * @param firstIndex index of the first number in the stream, from 0
     * @throws IndexOutOfBoundsException if the range lies outside the array
     */
    public void fillUniform(int stream, int step, float[] target, int offset, int length, long firstIndex) {
        fill(stream, step, target, offset, length, firstIndex, CounterRandom::toUniforms);
    }

    /**
     * Writes standard normal numbers, computed by the Box-Muller transform in double precision.
     *
     * <p>With {@code u[k] = (bits[k] + 0.5) * 2^-32} and unsigned bits, the block with indices 4b to 4b+3 gives
     *
     * <pre>{@code
     * value[4b]     = sqrt(-2 ln u[4b])     * cos(2 pi u[4b + 1])
     * value[4b + 1] = sqrt(-2 ln u[4b])     * sin(2 pi u[4b + 1])
     * value[4b + 2] = sqrt(-2 ln u[4b + 2]) * cos(2 pi u[4b + 3])
     * value[4b + 3] = sqrt(-2 ln u[4b + 2]) * sin(2 pi u[4b + 3])
     * }</pre>
     *
     * <p>each rounded to float at the end. The transcendental functions are {@link StrictMath}'s, so the numbers are
     * the same on every machine. Their magnitude is below 6.8.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the stream's second coordinate, such as the training step
     * @param target array in which {@code target[offset + i]} becomes the normal number of index {@code firstIndex + i}
     * @param offset index of the first number in the array
     * @param length number of numbers
     * @param firstIndex index of the first number in the stream, from 0
     * @throws IndexOutOfBoundsException if the range lies outside the array
     */
    public void fillGaussian(int stream, int step, float[] target, int offset, int length, long firstIndex) {
        fill(stream, step, target, offset, length, firstIndex, CounterRandom::toGaussians);
    }

    /**
     * Writes an inverted dropout mask: element i is {@code 1 / keepProbability} where {@code uniform(stream, step, i) <
     * keepProbability}, else 0.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the training step
     * @param keepProbability probability that an element is kept, in (0, 1]
     * @param target array for the mask, from element 0 on
     * @param length number of elements
     * @throws IndexOutOfBoundsException if the array is shorter than {@code length}
     */
    public void fillDropoutMask(int stream, int step, float keepProbability, float[] target, int length) {
        if (!(keepProbability > 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException("A keep probability must be in (0, 1], found " + keepProbability);
        }
        fillUniform(stream, step, target, 0, length, 0);
        float kept = 1 / keepProbability;
        for (int i = 0; i < length; i++) {
            target[i] = target[i] < keepProbability ? kept : 0;
        }
    }

    /**
     * A random permutation of {@code 0 .. size - 1}: the Fisher-Yates shuffle from the end, in which element i, from
     * {@code size - 1} down to 1, is swapped with element {@code (bits(stream, step, i) * (i + 1)) >>> 32}, with
     * unsigned bits.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the stream's second coordinate, such as the epoch
     * @param size number of elements, at least 0
     * @return the permutation
     */
    public int[] permutation(int stream, int step, int size) {
        return permutation(stream, step, size, 0);
    }

    /**
     * A random permutation from other indices of a stream: element i is swapped by the bits of index
     * {@code firstIndex + i}.
     *
     * @param stream a number of {@link RandomStream}
     * @param step the stream's second coordinate, such as the epoch
     * @param size number of elements, at least 0
     * @param firstIndex index of the first bits in the stream, from 0
     * @return the permutation
     */
    public int[] permutation(int stream, int step, int size, long firstIndex) {
        if (size < 0) {
            throw new IllegalArgumentException("A permutation's size must be at least 0, found " + size);
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int j = (int) ((Integer.toUnsignedLong(bits(stream, step, firstIndex + i)) * (i + 1L)) >>> 32);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** Converts the words of complete blocks to the numbers of their indices. */
    private interface BlockTransform {
        void apply(int[] words, int count, float[] values);
    }

    private void fill(
            int stream, int step, float[] target, int offset, int length, long firstIndex, BlockTransform transform) {
        Objects.checkFromIndexSize(offset, length, target.length);
        checkRange(firstIndex, length);
        int capacity = Math.min(BLOCKS_AT_ONCE, length / Philox4x32.WORDS + 2);
        Philox4x32 philox = new Philox4x32(capacity);
        int[] words = new int[Philox4x32.WORDS * capacity];
        float[] values = new float[Philox4x32.WORDS * capacity];
        int written = 0;
        while (written < length) {
            long index = firstIndex + written;
            int skipped = (int) (index % Philox4x32.WORDS);
            int used = Math.min(values.length - skipped, length - written);
            int blocks = (skipped + used + Philox4x32.WORDS - 1) / Philox4x32.WORDS;
            philox.compute(index / Philox4x32.WORDS, blocks, stream, step, seed, words);
            transform.apply(words, Philox4x32.WORDS * blocks, values);
            System.arraycopy(values, skipped, target, offset + written, used);
            written += used;
        }
    }

    private static void checkRange(long firstIndex, long length) {
        if (firstIndex < 0 || firstIndex > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException(
                    "Indices must be in [0, 2^63), found " + length + " from " + firstIndex + " on");
        }
    }

    private static float toUniform(int bits) {
        return (bits >>> 8) * UNIFORM_UNIT;
    }

    private static void toUniforms(int[] words, int count, float[] values) {
        for (int i = 0; i < count; i++) {
            values[i] = toUniform(words[i]);
        }
    }

    private static void toGaussians(int[] words, int count, float[] values) {
        for (int i = 0; i < count; i += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(toOpenUniform(words[i])));
            double angle = 2 * Math.PI * toOpenUniform(words[i + 1]);
            values[i] = (float) (radius * StrictMath.cos(angle));
            values[i + 1] = (float) (radius * StrictMath.sin(angle));
        }
    }

    /** A number in (0, 1), without both ends, so that its logarithm is finite. */
    private static double toOpenUniform(int bits) {
        return (Integer.toUnsignedLong(bits) + 0.5) * OPEN_UNIT;
    }
}
