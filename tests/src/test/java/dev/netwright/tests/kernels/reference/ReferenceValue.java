package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Values and their gradient, each in memory of its own.
 *
 * @param gradientOrNull what the readers' gradients are added to; null in an inference program and for the images
 */
record ReferenceValue(Tensor value, @Nullable Tensor gradientOrNull) {
    static ReferenceValue withoutGradient(int batch, Shape shape) {
        return new ReferenceValue(new Tensor(batch, shape), null);
    }

    static ReferenceValue withGradient(int batch, Shape shape) {
        return new ReferenceValue(new Tensor(batch, shape), new Tensor(batch, shape));
    }

    Shape shape() {
        return value.shape();
    }

    /** The same values, counted off in another shape. */
    ReferenceValue as(Shape other) {
        return new ReferenceValue(value.as(other), gradientOrNull == null ? null : gradientOrNull.as(other));
    }

    boolean hasGradient() {
        return gradientOrNull != null;
    }

    Tensor gradient() {
        if (gradientOrNull == null) {
            throw new IllegalStateException("no gradient is computed for this value");
        }
        return gradientOrNull;
    }

    /** Fills both. */
    void fill(double number) {
        value.fill(number);
        if (gradientOrNull != null) {
            gradientOrNull.fill(number);
        }
    }
}
