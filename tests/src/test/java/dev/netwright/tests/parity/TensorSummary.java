package dev.netwright.tests.parity;

import java.util.List;

/**
 * What a fixture keeps of a tensor. Both numbers and differences of numbers are linear in the tensor, and the expected length
 * of a difference's projections is the difference's own, times the square root of their number.
 *
 * @param norm Euclidean length of the tensor
 * @param numbers all of its values if it is small, else projections on seeded vectors of +1 and -1
 */
record TensorSummary(double norm, List<Double> numbers) {
    TensorSummary {
        numbers = List.copyOf(numbers);
    }

    /** Distance from PyTorch's tensor relative to its length, or that of the two lengths if it is larger. */
    double relativeError(TensorSummary expected) {
        double ofNumbers = ratio(distance(expected), length(expected.numbers));
        return Math.max(ofNumbers, ratio(Math.abs(norm - expected.norm), expected.norm));
    }

    /** Euclidean distance of the numbers. */
    double distance(TensorSummary other) {
        if (numbers.size() != other.numbers.size()) {
            throw new IllegalArgumentException("one tensor has " + numbers.size() + " numbers, the other "
                    + other.numbers.size() + "; make the fixture again");
        }
        double squares = 0;
        for (int i = 0; i < numbers.size(); i++) {
            double difference = numbers.get(i) - other.numbers.get(i);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double length(List<Double> numbers) {
        return Math.sqrt(numbers.stream().mapToDouble(number -> number * number).sum());
    }

    /** 0 of 0 is no error: the pixels of an image that no kernel reads. */
    private static double ratio(double error, double size) {
        return error == 0 ? 0 : error / size;
    }
}
