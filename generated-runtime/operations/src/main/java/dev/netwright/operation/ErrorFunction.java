package dev.netwright.operation;

/**
 * A function of the difference between an output and its target, whose mean a regression minimizes.
 *
 * <p>The derivatives are those of PyTorch: that of the absolute value is 0 at 0.
 */
public sealed interface ErrorFunction {
    /**
     * The function.
     *
     * @param difference output minus target, d
     * @return the error, at least 0
     */
    double value(double difference);

    /**
     * Its derivative.
     *
     * @param difference output minus target, d
     * @return the derivative by d
     */
    double derivative(double difference);

    /** {@code d^2}, as in PyTorch's {@code MSELoss}. */
    record Squared() implements ErrorFunction {
        @Override
        public double value(double difference) {
            return difference * difference;
        }

        @Override
        public double derivative(double difference) {
            return 2 * difference;
        }
    }

    /** {@code |d|}, as in PyTorch's {@code L1Loss}. */
    record Absolute() implements ErrorFunction {
        @Override
        public double value(double difference) {
            return Math.abs(difference);
        }

        @Override
        public double derivative(double difference) {
            return Math.signum(difference);
        }
    }

    /**
     * {@code d^2 / 2} where {@code |d| <= delta}, else {@code delta (|d| - delta / 2)} (Huber, "Robust estimation of a location parameter",
     * 1964), as in PyTorch's {@code HuberLoss}.
     *
     * @param delta where the parabola becomes a line, above 0
     */
    record Huber(double delta) implements ErrorFunction {
        @Override
        public double value(double difference) {
            double size = Math.abs(difference);
            return size <= delta ? 0.5 * difference * difference : delta * (size - 0.5 * delta);
        }

        @Override
        public double derivative(double difference) {
            return Math.max(-delta, Math.min(delta, difference));
        }
    }
}
