package dev.netwright.runtime.kernel;

import dev.netwright.operation.ParameterSpec;
import java.util.List;

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
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
