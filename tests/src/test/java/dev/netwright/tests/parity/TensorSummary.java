package dev.netwright.tests.parity;

import dev.netwright.runtime.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fixture keeps of a tensor. Both numbers and differences of numbers are linear in the tensor, and the expected length
 * of a difference's projections is the difference's own, times 8.
 *
 * @param norm Euclidean length of the tensor
 * @param numbers all of its values if it has fewer than 1,000, else 64 projections on seeded vectors of +1 and -1
 */
record TensorSummary(double norm, List<Double> numbers) {
    private static final int WHOLE_BELOW = 1000;
    private static final int PROJECTIONS = 64;
    /** Sign j of an element is that of {@code 0.5 - uniform(SIGNS_STREAM + j, 0, element)}. */
    private static final int SIGNS_STREAM = 2_000_002;

    TensorSummary {
        numbers = List.copyOf(numbers);
    }

    static TensorSummary of(float[] values, long seed) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return new TensorSummary(
                Math.sqrt(squares), values.length < WHOLE_BELOW ? all(values) : projections(values, seed));
    }

    /** Distance from PyTorch's tensor relative to its length, or that of the two lengths if it is larger. */
    double relativeError(TensorSummary expected) {
        double ofNumbers = ratio(distance(numbers, expected.numbers), length(expected.numbers));
        return Math.max(ofNumbers, ratio(Math.abs(norm - expected.norm), expected.norm));
    }

    /**
     * The same relative to how far PyTorch's tensor has moved from a start, so that an error in what moved it can't hide behind
     * the start.
     *
     * @param rounding share of the tensor's own length by which roundings alone may have moved it
     */
    double relativeErrorOfChange(TensorSummary expected, TensorSummary start, double rounding) {
        double beyondRounding = distance(numbers, expected.numbers) - rounding * length(expected.numbers);
        return ratio(Math.max(0, beyondRounding), distance(expected.numbers, start.numbers));
    }

    private static List<Double> all(float[] values) {
        List<Double> numbers = new ArrayList<>();
        for (float value : values) {
            numbers.add((double) value);
        }
        return numbers;
    }

    private static List<Double> projections(float[] values, long seed) {
        CounterRandom random = CounterRandom.seeded(seed);
        float[] uniform = new float[values.length];
        List<Double> sums = new ArrayList<>();
        for (int j = 0; j < PROJECTIONS; j++) {
            random.fillUniform(SIGNS_STREAM + j, 0, uniform, 0, uniform.length, 0);
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += uniform[i] < 0.5f ? values[i] : -values[i];
            }
            sums.add(sum);
        }
        return sums;
    }

    private static double distance(List<Double> left, List<Double> right) {
        if (left.size() != right.size()) {
            throw new IllegalArgumentException(
                    "the tensor has " + left.size() + " numbers, the fixture has " + right.size() + "; make it again");
        }
        double squares = 0;
        for (int i = 0; i < left.size(); i++) {
            double difference = left.get(i) - right.get(i);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double length(List<Double> numbers) {
        return Math.sqrt(numbers.stream().mapToDouble(number -> number * number).sum());
    }

    /** 0 of 0 is no error: biases that start as zeros. */
    private static double ratio(double error, double size) {
        return error == 0 ? 0 : error / size;
    }
}
