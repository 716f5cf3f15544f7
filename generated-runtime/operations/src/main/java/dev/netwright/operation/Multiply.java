package dev.netwright.operation;

import java.util.List;

/**
 * The product of two values of equal shape, {@code y = left right}, or of an image and a gate with one value for each
 * channel, {@code y[n, c, h, w] = left[n, c, h, w] right[n, c]} (Hu et al., "Squeeze-and-excitation networks", 2018,
 * equation 4).
 *
 * <p>Backward: {@code gradLeft = gradOutput right} and {@code gradRight = gradOutput left}; that of a gate is the sum
 * over the pixels: {@code gradRight[n, c] = sum over h, w of gradOutput[n, c, h, w] left[n, c, h, w]}.
 *
 * @param left the first factor, of any shape
 * @param right the second factor, of the same shape, or a vector or an image of one pixel with as many channels
 * @param output y, of the first factor's shape
 */
public record Multiply(Value left, Value right, Value output) implements Operation {
    /**
     * A product.
     *
     * @param name the layer's name, unique in the network
     * @param left the first factor
     * @param right the second factor, of the same shape, or with one value for each channel
     * @return the product
     * @throws IllegalArgumentException if the second factor has another shape
     */
    public static Multiply of(String name, Value left, Value right) {
        Shape shape = left.shape();
        if (!right.shape().equals(shape) && !right.shape().equals(Shape.features(shape.channels()))) {
            throw new IllegalArgumentException(name + " multiplies " + left.name() + " of " + shape
                    + " by a value of the same shape or of " + shape.channels() + "x1x1, found " + right.name() + " of "
                    + right.shape());
        }
        return new Multiply(left, right, left.named(name));
    }

    /** {@return whether the second factor is a gate, whose value for a channel multiplies all its pixels} */
    public boolean isGated() {
        return right.shape().size() != output.shape().size();
    }

    /** {@return the shape in which the second factor is read: the output's, or one pixel of its channels} */
    public Shape factor() {
        return isGated() ? Shape.features(output.shape().channels()) : output.shape();
    }

    @Override
    public String torchType() {
        return "Multiply";
    }

    @Override
    public List<Value> inputs() {
        return List.of(left, right);
    }

    @Override
    public Multiply reading(List<Value> others) {
        return new Multiply(others.get(0), others.get(1), output);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.multiply(this);
    }

    @Override
    public String words() {
        return "multiply";
    }

    @Override
    public ListedCall call() {
        return ListedCall.ofInputs("multiply", inputs());
    }

    /** A product before its factors are known; it has no settings. */
    public record Form() implements LayerForm {
        @Override
        public Multiply at(String name, List<Value> inputs) {
            return of(name, inputs.get(0), inputs.get(1));
        }

        @Override
        public String fingerprint() {
            return "multiply";
        }

        @Override
        public String torchForm(ShapeBounds input) {
            return "Multiply";
        }
    }
}
