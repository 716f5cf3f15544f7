package dev.netwright.operation;

import java.util.List;

/**
 * One tensor of a layer: trainable, or a running statistic.
 *
 * @param name {@code <layer>.weight}, {@code <layer>.bias}, {@code <norm>.running_mean}, {@code <norm>.running_var} or
 *     {@code <layer>.layer_scale}
 * @param role the tensor's role in its layer
 * @param shape logical dimensions: {@code [out, in / groups, rows, columns]}, {@code [out, in]}, {@code [out]}, or
 *     {@code [out, 1, 1]} for a layer scale
 * @param fanIn the number of inputs in the sum of one output of the layer; 1 for a norm and a layer scale
 * @param fanOut the weight's outputs times its kernel elements, as PyTorch counts; 1 for a norm and a layer scale
 * @param initial the first value of a layer scale; 0 for any other role, whose first values don't depend on it
 */
public record ParameterSpec(String name, Role role, List<Integer> shape, int fanIn, int fanOut, double initial) {
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
        /** Scale of a norm, gamma; initially 1. */
        NORM_WEIGHT,
        /** Offset of a norm, beta; initially 0. */
        NORM_BIAS,
        /** Factors of a layer scale; initially what the layer says. */
        LAYER_SCALE,
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
     * @param initial the first value of a layer scale
     */
    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    /**
     * A tensor whose first values follow from its role, or from the initializer.
     *
     * @param name the tensor's name
     * @param role the tensor's role in its layer
     * @param shape the logical dimensions
     * @param fanIn the number of inputs in the sum of one output
     * @param fanOut the weight's outputs times its kernel elements
     */
    public ParameterSpec(String name, Role role, List<Integer> shape, int fanIn, int fanOut) {
        this(name, role, shape, fanIn, fanOut, 0);
    }

    /** A norm's weight and bias, whose names begin with {@code prefix}. */
    static List<ParameterSpec> ofNorm(String prefix, int channels) {
        return List.of(
                ofNorm(prefix + ".weight", Role.NORM_WEIGHT, channels),
                ofNorm(prefix + ".bias", Role.NORM_BIAS, channels));
    }

    /** A norm's tensor with one value for each channel. */
    static ParameterSpec ofNorm(String name, Role role, int channels) {
        return new ParameterSpec(name, role, List.of(channels), 1, 1);
    }

    /** {@return the number of values} */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
