package dev.netwright.operation;

/**
 * Summed squared error of an output against targets of its shape: {@code loss = factor sum of (y - t)^2}, summed over the
 * batch as well.
 *
 * <p>Backward: {@code gradOutput = 2 factor (y - t)}.
 *
 * @param factor above 0; one half makes TensorFlow's {@code l2_loss} of targets of 0
 */
public record SquaredError(String name, Value output, double factor) implements Loss {
    @Override
    public double weight() {
        return 1;
    }

    @Override
    public SquaredError of(Value other) {
        return new SquaredError(name, other, factor);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.squaredError(this);
    }
}
