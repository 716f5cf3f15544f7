package dev.netwright.tests.parity;

import dev.netwright.runtime.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes of a tensor what a fixture keeps of it; remembers the signs of its projections from one tensor to the next. */
final class Summarizer {
    /** Sign j of an element is that of {@code 0.5 - uniform(SIGNS_STREAM + j, 0, element)}. */
    private static final int SIGNS_STREAM = 2_000_002;

    private final long seed;
    private final CounterRandom random;
    private final int projections;
    private final int projectedFrom;
    /** By projection and element: 1 or -1. */
    private byte[][] signs = {};

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
        if (signs.length == 0 || signs[0].length < values.length) {
            signs = signs(values.length);
        }
        return Stream.of(signs).map(row -> product(row, values)).toList();
    }

    /** In four sums, which wait for themselves less than one. */
    private static double product(byte[] row, float[] values) {
        int whole = values.length - values.length % 4;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < whole; i += 4) {
            sum0 += row[i] * values[i];
            sum1 += row[i + 1] * values[i + 1];
            sum2 += row[i + 2] * values[i + 2];
            sum3 += row[i + 3] * values[i + 3];
        }
        for (int i = whole; i < values.length; i++) {
            sum0 += row[i] * values[i];
        }
        return sum0 + sum1 + sum2 + sum3;
    }

    private byte[][] signs(int size) {
        byte[][] rows = new byte[projections][size];
        float[] uniform = new float[size];
        for (int j = 0; j < projections; j++) {
            random.fillUniform(SIGNS_STREAM + j, 0, uniform, 0, size, 0);
            for (int i = 0; i < size; i++) {
                rows[j][i] = (byte) (uniform[i] < 0.5f ? 1 : -1);
            }
        }
        return rows;
    }
}
