package dev.netwright.runtime.checkpoint;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name and logical shape of a float32 tensor, such as {@code conv1.weight [64, 3, 3, 3]}.
 *
 * @param name the tensor's name, as in PyTorch's {@code state_dict}
 * @param shape sizes of the dimensions, outermost first, each at least 0; empty for a scalar
 */
public record NamedShape(String name, List<Long> shape) {

    /**
     * Copies the shape.
     *
     * @param name the tensor's name, as in PyTorch's {@code state_dict}
     * @param shape sizes of the dimensions, outermost first, each at least 0; empty for a scalar
     * @throws IllegalArgumentException if a size is negative, or the tensor would take 2^63 bytes or more
     */
    public NamedShape {
        shape = List.copyOf(shape);
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(
                        "Tensor '" + name + "' has shape " + shape + ", but every size must be at least 0");
            }
        }
        try {
            byteCount(shape);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Tensor '" + name + "' of shape " + shape + " takes 2^63 bytes or more", e);
        }
    }

    /**
     * Creates a named shape.
     *
     * @param name the tensor's name
     * @param sizes sizes of the dimensions, outermost first; none for a scalar
     * @return name and shape
     */
    public static NamedShape of(String name, long... sizes) {
        return new NamedShape(name, Arrays.stream(sizes).boxed().toList());
    }

    /** {@return the product of all sizes: 1 for a scalar, 0 if any size is 0} */
    public long elementCount() {
        return byteCount() / Float.BYTES;
    }

    long byteCount() {
        return byteCount(shape);
    }

    /**
     * Allocates an array for the tensor's values.
     *
     * @return an array of zeros
     * @throws IllegalArgumentException if the tensor has more values than a Java array can hold
     */
    public float[] newArray() {
        if (elementCount() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Tensor '" + name + "' of shape " + shape + " has " + elementCount()
                    + " values, more than a Java array holds; split the layer into groups");
        }
        return new float[(int) elementCount()];
    }

    /**
     * Bytes of a float32 tensor with non-negative {@code sizes}.
     *
     * @throws ArithmeticException if the number exceeds a long
     */
    static long byteCount(List<Long> sizes) {
        long bytes = Float.BYTES;
        for (long size : sizes) {
            bytes = Math.multiplyExact(bytes, size);
        }
        return bytes;
    }

    /** Written out, as {@link #hashCode} is: Java links a record's own methods at run time, which takes part of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedShape that && name.equals(that.name) && shape.equals(that.shape);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + shape.hashCode();
    }
}
