package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Values and their gradient.
 *
 * @param gradientOrNull where a reader writes its gradient; null in an inference program and for images
 * @param totalOrNull to what that gradient is added afterwards; null where it is the whole gradient
 */
record ReferenceActivation(
        Shape shape,
        Tensor value,
        @Nullable Tensor gradientOrNull,
        @Nullable Tensor totalOrNull) implements Activation {
    static ReferenceActivation withoutGradient(Shape shape, Tensor value) {
        return new ReferenceActivation(shape, value, null, null);
    }

    static ReferenceActivation withGradient(Shape shape, Tensor value, Tensor gradient) {
        return new ReferenceActivation(shape, value, gradient, null);
    }

    static ReferenceActivation of(Activation handle) {
        if (handle instanceof ReferenceActivation activation) {
            return activation;
        }
        throw new IllegalArgumentException("expected an activation of the same binding, found "
                + handle.getClass().getSimpleName());
    }

    /** The same values for a reader whose gradient first goes to {@code room} and then is added to this one's. */
    ReferenceActivation accumulatingThrough(Tensor room) {
        return new ReferenceActivation(shape, value, room, gradient());
    }

    /** The same values, counted off in another shape. */
    ReferenceActivation as(Shape other) {
        return new ReferenceActivation(
                other,
                value.as(other),
                gradientOrNull == null ? null : gradientOrNull.as(other),
                totalOrNull == null ? null : totalOrNull.as(other));
    }

    boolean hasGradient() {
        return gradientOrNull != null;
    }

    Tensor gradient() {
        if (gradientOrNull == null) {
            throw new IllegalStateException("no gradient is computed for this activation");
        }
        return gradientOrNull;
    }

    /** Adds a reader's gradient to those of the readers before it. */
    void accumulate() {
        if (totalOrNull != null) {
            totalOrNull.addAll(gradient());
        }
    }
}
