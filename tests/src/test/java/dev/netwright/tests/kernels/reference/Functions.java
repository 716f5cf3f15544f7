package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;

/** The formulas of {@link ActivationFunction}. */
final class Functions {
    private Functions() {}

    static double apply(ActivationFunction function, double x) {
        return switch (function) {
            case IDENTITY -> x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case RELU -> Math.max(x, 0);
            case TANH -> Math.tanh(x);
        };
    }

    /** {@code dy/dx} by way of y. */
    static double derivative(ActivationFunction function, double y) {
        return switch (function) {
            case IDENTITY -> 1;
            case SIGMOID -> y * (1 - y);
            case RELU -> y > 0 ? 1 : 0;
            case TANH -> 1 - y * y;
        };
    }
}
