package dev.netwright.operation;

import java.util.List;

/**
 * The name and dimensions of one trainable tensor of a layer.
 *
 * @param name {@code weight}, {@code bias} or {@code layer_scale}
 * @param dimensions in PyTorch's order: {@code [out, in, rows, columns]}, {@code [out, in]}, {@code [out]}, or {@code [out,
 *     1, 1]} for a layer scale
 */
public record ParameterShape(String name, List<Integer> dimensions) {
    /**
     * Copies the list.
     *
     * @param name {@code weight}, {@code bias} or {@code layer_scale}
     * @param dimensions the dimensions in PyTorch's order
     */
    public ParameterShape {
        dimensions = List.copyOf(dimensions);
    }

    /** {@return the number of values, at most {@link Long#MAX_VALUE}} */
    public long size() {
        return Saturating.product(
                dimensions.stream().mapToLong(Integer::longValue).toArray());
    }

    /**
     * A norm's weight and bias, with one value for each channel or feature.
     *
     * @param input the bounds of the norm's input
     * @return the two tensors
     */
    static List<ParameterShape> ofNorm(ShapeBounds input) {
        return weightAndBias(List.of(input.channels().least()), true);
    }

    /**
     * A weight and its bias, which has one value for each entry of the weight's first dimension.
     *
     * @param weight the weight's dimensions
     * @param hasBias whether there is a bias
     * @return one or two tensors
     */
    public static List<ParameterShape> weightAndBias(List<Integer> weight, boolean hasBias) {
        ParameterShape weights = new ParameterShape("weight", weight);
        return hasBias ? List.of(weights, new ParameterShape("bias", List.of(weight.get(0)))) : List.of(weights);
    }
}
