package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values {@code [N, C, H, W]} in dense C order.
 *
 * @param gradientOrNull of the same shape; null in an inference program and for images
 */
record Nd4jActivation(Shape shape, INDArray value, @Nullable INDArray gradientOrNull) implements Activation {
    static Nd4jActivation of(Activation handle) {
        if (handle instanceof Nd4jActivation activation) {
            return activation;
        }
        throw new IllegalArgumentException("expected an activation of the same binding, found "
                + handle.getClass().getSimpleName());
    }

    boolean hasGradient() {
        return gradientOrNull != null;
    }

    INDArray gradient() {
        if (gradientOrNull == null) {
            throw new IllegalStateException("no gradient is computed for this activation");
        }
        return gradientOrNull;
    }

    /** The values as {@code [N, C H W]}. */
    INDArray rows() {
        return rows(value);
    }

    /** The gradient as {@code [N, C H W]}. */
    INDArray gradientRows() {
        return rows(gradient());
    }

    private INDArray rows(INDArray array) {
        return array.reshape('c', array.size(0), shape.size());
    }
}
