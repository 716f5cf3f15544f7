package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;

/** The formulas of {@link dev.netwright.operation.ActivationKind}. */
final class Functions {
    private static final double TANH_FACTOR = Math.sqrt(2 / Math.PI);
    private static final double TANH_CUBE = 0.044715;
    /** From here on the error function is 1 in float64. */
    private static final double ERF_IS_ONE = 6;

    private Functions() {}

    static double apply(ActivationFunction function, double x) {
        return switch (function.kind()) {
            case IDENTITY -> x;
            case SIGMOID -> sigmoid(x);
            case RELU -> Math.max(x, 0);
            case TANH -> Math.tanh(x);
            case SILU -> x * sigmoid(x);
            case HARD_SWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case RELU6 -> Math.min(Math.max(x, 0), 6);
            case LEAKY_RELU -> x > 0 ? x : function.number() * x;
            case ELU -> x > 0 ? x : function.number() * Math.expm1(x);
            case GELU -> x * normalProbability(x);
            case GELU_TANH -> x * approximateProbability(x);
            case HARD_SIGMOID -> Math.min(Math.max(x + 3, 0), 6) / 6;
            case MISH -> x * Math.tanh(Math.log1p(Math.exp(x)));
        };
    }

    /** {@code dy/dx} by way of y. */
    static double derivative(ActivationFunction function, double y) {
        return switch (function.kind()) {
            case IDENTITY -> 1;
            case SIGMOID -> y * (1 - y);
            case RELU -> y > 0 ? 1 : 0;
            case TANH -> 1 - y * y;
            case RELU6 -> y > 0 && y < 6 ? 1 : 0;
            case LEAKY_RELU -> y > 0 ? 1 : function.number();
            case ELU -> y > 0 ? 1 : y + function.number();
            case HARD_SIGMOID -> y > 0 && y < 1 ? 1.0 / 6 : 0;
            case SILU, HARD_SWISH, GELU, GELU_TANH, MISH ->
                throw new IllegalArgumentException("the derivative of " + function + " doesn't follow from y");
        };
    }

    /** {@code dy/dx} by way of x. */
    static double derivativeOf(ActivationFunction function, double x) {
        return switch (function.kind()) {
            case SILU -> sigmoid(x) * (1 + x * (1 - sigmoid(x)));
            case HARD_SWISH -> x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5;
            case GELU -> normalProbability(x) + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            case GELU_TANH -> {
                double p = approximateProbability(x);
                yield p + 2 * x * p * (1 - p) * TANH_FACTOR * (1 + 3 * TANH_CUBE * x * x);
            }
            case MISH -> {
                double w = Math.tanh(Math.log1p(Math.exp(x)));
                yield w + x * (1 - w * w) * sigmoid(x);
            }
            case IDENTITY, SIGMOID, RELU, TANH, RELU6, LEAKY_RELU, ELU, HARD_SIGMOID ->
                derivative(function, apply(function, x));
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double approximateProbability(double x) {
        return (1 + Math.tanh(TANH_FACTOR * (x + TANH_CUBE * x * x * x))) / 2;
    }

    /** That a standard normal variable is below x. */
    private static double normalProbability(double x) {
        return (1 + erf(x / Math.sqrt(2))) / 2;
    }

    /** {@code 2 / sqrt(pi) exp(-x^2) sum of 2^n x^(2n+1) / (1 3 5 ... (2n+1))}, whose terms have one sign. */
    private static double erf(double x) {
        if (Math.abs(x) > ERF_IS_ONE) {
            return Math.signum(x);
        }
        double sum = 0;
        double term = x;
        for (int n = 1; sum + term != sum; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
