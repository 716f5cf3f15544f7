package dev.netwright.operation;

/**
 * Summed squared error of an output against targets of its shape: {@code loss = factor sum of (y - t)^2}. The sum
 * includes the batch.
 *
 * <p>Backward: {@code gradOutput = 2 factor (y - t)}.
 *
 * @param name the loss's name, unique in the network
 * @param output y
 * @param factor the factor of the sum, above 0; one half with targets of 0 is TensorFlow's {@code l2_loss}
 */
public record SquaredError(String name, Value output, double factor) implements Loss {
    @Override
    public double weight() {
        return 1;
    }

    @Override
    public Target target() {
        return new Target.Numbers(output.shape().size());
    }

    @Override
    public SquaredError of(Value other) {
        return new SquaredError(name, other, factor);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.squaredError(this);
    }

    /**
     * The loss by its numbers alone.
     *
     * @param factor the factor of the sum, 1 or one half
     */
    public record Form(double factor) implements LossForm {
        @Override
        public Loss at(String name, Value output, double weight) {
            return new SquaredError(name, output, factor * weight);
        }

        @Override
        public String fingerprint() {
            return factor == 1 ? "SQUARED_ERROR" : "HALF_SQUARED_ERROR";
        }
    }
}
