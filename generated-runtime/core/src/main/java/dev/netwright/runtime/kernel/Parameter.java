package dev.netwright.runtime.kernel;

import dev.netwright.operation.ParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tensor of a network: trainable, or a running statistic.
 *
 * @param name {@code <layer>.weight}, {@code <layer>.bias}, {@code <norm>.running_mean} or {@code <norm>.running_var}
 * @param role what it is to its layer
 * @param shape logical dimensions: {@code [out, in / groups, rows, columns]}, {@code [out, in]} or {@code [out]}
 * @param fanIn inputs that one output of its layer sums over; 1 for a norm
 * @param fanOut as PyTorch counts: the weight's outputs times its kernel's places; 1 for a norm
 * @param position number of trainable tensors before it in the network, which selects its random stream
 */
public record Parameter(
        String name, ParameterSpec.Role role, List<Integer> shape, int fanIn, int fanOut, int position) {
    /** Copies the list. */
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** The layer or norm that it belongs to: its name without the last part. */
    public String layer() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Number of values. */
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
                && position == that.position;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + position;
    }
}
