package dev.netwright.operation;

import java.util.List;

/**
 * One trainable tensor of a layer.
 *
 * @param name {@code weight} or {@code bias}
 * @param dimensions in PyTorch's order: {@code [out, in, rows, columns]}, {@code [out, in]} or {@code [out]}
 */
public record ParameterShape(String name, List<Integer> dimensions) {
    /** Copies the list. */
    public ParameterShape {
        dimensions = List.copyOf(dimensions);
    }

    /** Number of values. */
    public long size() {
        return Saturating.product(
                dimensions.stream().mapToLong(Integer::longValue).toArray());
    }

    /** A weight, and a bias for each of its first dimension. */
    public static List<ParameterShape> weightAndBias(List<Integer> weight, boolean hasBias) {
        ParameterShape weights = new ParameterShape("weight", weight);
        return hasBias ? List.of(weights, new ParameterShape("bias", List.of(weight.get(0)))) : List.of(weights);
    }
}
