package dev.netwright.runtime.kernel;

import java.util.List;

/**
 * One trainable tensor.
 *
 * @param name {@code <layer>.weight} or {@code <layer>.bias}
 * @param role what it is to its layer
 * @param shape logical dimensions: {@code [out, in, rows, columns]}, {@code [out, in]} or {@code [out]}
 * @param fanIn inputs that one output of its layer sums over
 * @param fanOut outputs of its layer that one input reaches
 * @param position number of tensors before it in the network, which selects its random stream
 */
public record Parameter(String name, Role role, List<Integer> shape, int fanIn, int fanOut, int position) {
    /** What a parameter is to its layer. */
    public enum Role {
        /** Weight of a convolution. */
        CONVOLUTION_WEIGHT,
        /** Bias of a convolution. */
        CONVOLUTION_BIAS,
        /** Weight of a fully connected layer. */
        LINEAR_WEIGHT,
        /** Bias of a fully connected layer. */
        LINEAR_BIAS
    }

    /** Copies the list. */
    public Parameter {
        shape = List.copyOf(shape);
    }

    /** Number of values. */
    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
