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
            case SILU -> x / (1 + Math.exp(-x));
            case HARD_SWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
        };
    }

    /** {@code dy/dx} by way of y. */
    static double derivative(ActivationFunction function, double y) {
        return switch (function) {
            case IDENTITY -> 1;
            case SIGMOID -> y * (1 - y);
            case RELU -> y > 0 ? 1 : 0;
            case TANH -> 1 - y * y;
            case SILU, HARD_SWISH ->
                throw new IllegalArgumentException("the derivative of " + function + " doesn't follow from y");
        };
    }

    /** {@code dy/dx} by way of x. */
    static double derivativeOf(ActivationFunction function, double x) {
        if (function == ActivationFunction.SILU) {
            double s = 1 / (1 + Math.exp(-x));
            return s * (1 + x * (1 - s));
        }
        if (function == ActivationFunction.HARD_SWISH) {
            return x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5;
        }
        return derivative(function, apply(function, x));
    }
}
