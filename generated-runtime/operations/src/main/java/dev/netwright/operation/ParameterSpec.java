package dev.netwright.operation;

import java.util.List;

/**
 * One tensor of a layer: trainable, or a running statistic.
 *
 * @param name {@code <layer>.weight}, {@code <layer>.bias}, {@code <norm>.running_mean} or {@code <norm>.running_var}
 * @param role what it is to its layer
 * @param shape logical dimensions: {@code [out, in / groups, rows, columns]}, {@code [out, in]} or {@code [out]}
 * @param fanIn inputs that one output of its layer sums over; 1 for a norm
 * @param fanOut as PyTorch counts: the weight's outputs times its kernel's places; 1 for a norm
 */
public record ParameterSpec(String name, Role role, List<Integer> shape, int fanIn, int fanOut) {
    /** What a tensor is to its layer. */
    public enum Role {
        /** Weight of a convolution. */
        CONVOLUTION_WEIGHT,
        /** Bias of a convolution. */
        CONVOLUTION_BIAS,
        /** Weight of a fully connected layer. */
        LINEAR_WEIGHT,
        /** Bias of a fully connected layer. */
        LINEAR_BIAS,
        /** Scale of a batch norm, gamma; 1 at first. */
        NORM_WEIGHT,
        /** Offset of a batch norm, beta; 0 at first. */
        NORM_BIAS,
        /** Running mean of a batch norm, not trainable; 0 at first. */
        RUNNING_MEAN,
        /** Running variance of a batch norm, not trainable; 1 at first. */
        RUNNING_VARIANCE;

        /** Whether an optimizer changes it; running statistics follow the batches instead. */
        public boolean isTrainable() {
            return this != RUNNING_MEAN && this != RUNNING_VARIANCE;
        }

        /** Whether it is the weight of a convolution or of a fully connected layer. */
        public boolean isWeight() {
            return this == CONVOLUTION_WEIGHT || this == LINEAR_WEIGHT;
        }
    }

    /** Copies the list. */
    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    /** Number of values. */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
