package dev.netwright.operation;

import java.util.List;

/**
 * One tensor of a layer: trainable, or a running statistic.
 *
 * @param name {@code <layer>.weight}, {@code <layer>.bias}, {@code <norm>.running_mean} or {@code <norm>.running_var}
 * @param role the tensor's role in its layer
 * @param shape logical dimensions: {@code [out, in / groups, rows, columns]}, {@code [out, in]} or {@code [out]}
 * @param fanIn the number of inputs in the sum of one output of the layer; 1 for a norm
 * @param fanOut the weight's outputs times its kernel elements, as PyTorch counts; 1 for a norm
 */
public record ParameterSpec(String name, Role role, List<Integer> shape, int fanIn, int fanOut) {
    /** The role of a tensor in its layer. */
    public enum Role {
        /** Weight of a convolution. */
        CONVOLUTION_WEIGHT,
        /** Bias of a convolution. */
        CONVOLUTION_BIAS,
        /** Weight of a fully connected layer. */
        LINEAR_WEIGHT,
        /** Bias of a fully connected layer. */
        LINEAR_BIAS,
        /** Scale of a batch norm, gamma; initially 1. */
        NORM_WEIGHT,
        /** Offset of a batch norm, beta; initially 0. */
        NORM_BIAS,
        /** Running mean of a batch norm, not trainable; initially 0. */
        RUNNING_MEAN,
        /** Running variance of a batch norm, not trainable; initially 1. */
        RUNNING_VARIANCE;

        /** {@return whether an optimizer updates it; running statistics are updated from the batches instead} */
        public boolean isTrainable() {
            return this != RUNNING_MEAN && this != RUNNING_VARIANCE;
        }

        /** {@return whether it is the weight of a convolution or of a fully connected layer} */
        public boolean isWeight() {
            return this == CONVOLUTION_WEIGHT || this == LINEAR_WEIGHT;
        }
    }

    /**
     * Copies the list.
     *
     * @param name the tensor's name
     * @param role the tensor's role in its layer
     * @param shape the logical dimensions
     * @param fanIn the number of inputs in the sum of one output
     * @param fanOut the weight's outputs times its kernel elements
     */
    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    /** {@return the number of values} */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
