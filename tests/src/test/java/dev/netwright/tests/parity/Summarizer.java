package dev.netwright.tests.parity;

import dev.netwright.runtime.random.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes of a tensor what a fixture keeps of it; remembers the signs of its projections from one tensor to the next. */
final class Summarizer {
    /** Sign j of an element is that of {@code 0.5 - uniform(SIGNS_STREAM + j, 0, element)}. */
    private static final int SIGNS_STREAM = 2_000_002;

    private final long seed;
    private final CounterRandom random;
    private final int projections;
    private final int projectedFrom;
    /** Bit j of an element is set if its sign j is +. */
    private long[] signs = {};

    /**
     * A summarizer.
     *
     * @param projections at most 64
     */
    Summarizer(long seed, int projections, int projectedFrom) {
        this.seed = seed;
        random = CounterRandom.seeded(seed);
        this.projections = projections;
        this.projectedFrom = projectedFrom;
    }

    /** Whether it makes what this fixture keeps. */
    boolean isOf(Fixture fixture) {
        return seed == fixture.seed()
                && projections == fixture.projections()
                && projectedFrom == fixture.projectedFrom();
    }

    TensorSummary of(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return new TensorSummary(Math.sqrt(squares), values.length < projectedFrom ? all(values) : projections(values));
    }

    /** The length that the numbers of a tensor of some length and size may be expected to have. */
    double expectedLengthOfNumbers(double norm, int size) {
        return size < projectedFrom ? norm : norm * Math.sqrt(projections);
    }

    private static List<Double> all(float[] values) {
        List<Double> numbers = new ArrayList<>();
        for (float value : values) {
            numbers.add((double) value);
        }
        return numbers;
    }

    private List<Double> projections(float[] values) {
        if (signs.length < values.length) {
            signs = signs(values.length);
        }
        double[] sums = new double[projections];
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            long bits = signs[i];
            for (int j = 0; j < sums.length; j++) {
                sums[j] += (bits >>> j & 1) == 0 ? -value : value;
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    private long[] signs(int size) {
        long[] bits = new long[size];
        float[] uniform = new float[size];
        for (int j = 0; j < projections; j++) {
            random.fillUniform(SIGNS_STREAM + j, 0, uniform, 0, size, 0);
            for (int i = 0; i < size; i++) {
                bits[i] |= uniform[i] < 0.5f ? 1L << j : 0;
            }
        }
        return bits;
    }
}
