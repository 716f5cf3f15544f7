package dev.netwright.nd4j;

import dev.netwright.operation.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values {@code [N, C, H, W]}: each image dense in C order, the images as far apart as the whole activation's of which
 * these are some channels.
 *
 * @param gradientOrNull of the same shape; null in an inference program and for images
 * @param accumulating whether its reader adds to the gradient, instead of writing it
 */
record Nd4jActivation(Shape shape, INDArray value, @Nullable INDArray gradientOrNull, boolean accumulating) {
    Nd4jActivation(Shape shape, INDArray value, @Nullable INDArray gradientOrNull) {
        this(shape, value, gradientOrNull, false);
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

    /** The same arrays for a reader that adds to the gradient. */
    Nd4jActivation asAccumulating() {
        return new Nd4jActivation(shape, value, gradientOrNull, true);
    }

    /** Channels from {@code firstChannel} on, values and gradient alike. */
    Nd4jActivation slice(int firstChannel, Shape part) {
        return viewed(part, (long) firstChannel * shape.height() * shape.width());
    }

    /** The same values in a shape that differs only in being flattened. */
    Nd4jActivation in(Shape other) {
        if (other.size() != shape.size()) {
            throw new IllegalArgumentException("expected " + other + " or its like flattened, found " + shape);
        }
        return other.equals(shape) ? this : viewed(other, 0);
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
        return ImageViews.reshaped(array, array.size(0), shape.size());
    }

    private Nd4jActivation viewed(Shape part, long first) {
        return new Nd4jActivation(
                part,
                view(value, first, part),
                gradientOrNull == null ? null : view(gradientOrNull, first, part),
                accumulating);
    }

    private static INDArray view(INDArray array, long first, Shape part) {
        return ImageViews.part(array, first, array.size(0), part.channels(), part.height(), part.width());
    }
}
