package dev.netwright.runtime.kernel;

import dev.netwright.operation.ParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tensor of a network: a trainable parameter or a running statistic.
 *
 * @param name {@code <layer>.weight}, {@code <layer>.bias}, {@code <norm>.running_mean}, {@code <norm>.running_var} or
 *     {@code <layer>.layer_scale}
 * @param role what the tensor is to its layer, such as its weight
 * @param shape logical dimensions: {@code [out, in / groups, rows, columns]} for a convolution's weight,
 *     {@code [out, in]} for a fully connected layer's, {@code [out, 1, 1]} for a layer scale, {@code [out]} for anything
 *     else
 * @param fanIn inputs that one output of the layer sums over; 1 for a norm and a layer scale
 * @param fanOut the weight's outputs times the positions of its kernel, as PyTorch counts; 1 for a norm and a layer scale
 * @param position number of trainable tensors before it in the network, which selects its stream of random numbers
 * @param initial the first value of a layer scale; 0 for any other role, whose first values don't depend on it
 */
public record Parameter(
        String name,
        ParameterSpec.Role role,
        List<Integer> shape,
        int fanIn,
        int fanOut,
        int position,
        double initial) {
    /**
     * Copies the list.
     *
     * @param name {@code <layer>.weight}, {@code <layer>.bias}, {@code <norm>.running_mean}, {@code <norm>.running_var}
     *     or {@code <layer>.layer_scale}
     * @param role what the tensor is to its layer, such as its weight
     * @param shape logical dimensions: {@code [out, in / groups, rows, columns]} for a convolution's weight,
     *     {@code [out, in]} for a fully connected layer's, {@code [out, 1, 1]} for a layer scale, {@code [out]} for anything
     *     else
     * @param fanIn inputs that one output of the layer sums over; 1 for a norm and a layer scale
     * @param fanOut the weight's outputs times the positions of its kernel, as PyTorch counts; 1 for a norm and a layer scale
     * @param position number of trainable tensors before it in the network, which selects its stream of random numbers
     * @param initial the first value of a layer scale; 0 for any other role, whose first values don't depend on it
     */
    public Parameter {
        shape = List.copyOf(shape);
    }

    /**
     * The name of the layer or norm that the tensor belongs to.
     *
     * @return the tensor's name without its last part
     */
    public String layer() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /**
     * Number of values: the product of the shape.
     *
     * @return at least 1
     * @throws ArithmeticException if it doesn't fit into an {@code int}
     */
    public int size() {
        int size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, side);
        }
        return size;
    }

    /** Written out, as {@link #hashCode} is: Java links a record's own methods at run time, which takes part of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameter that
                && name.equals(that.name)
                && role == that.role
                && shape.equals(that.shape)
                && fanIn == that.fanIn
                && fanOut == that.fanOut
                && position == that.position
                && Double.compare(initial, that.initial) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + position;
    }
}
