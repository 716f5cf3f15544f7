package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Values and their gradient.
 *
 * @param gradientOrNull null in an inference program and for images
 */
record ReferenceActivation(
        Shape shape, Tensor value, @Nullable Tensor gradientOrNull) implements Activation {
    static ReferenceActivation of(Activation handle) {
        if (handle instanceof ReferenceActivation activation) {
            return activation;
        }
        throw new IllegalArgumentException("expected an activation of the same binding, found "
                + handle.getClass().getSimpleName());
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
}
