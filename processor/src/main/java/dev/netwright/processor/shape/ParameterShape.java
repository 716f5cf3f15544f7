package dev.netwright.processor.shape;

import dev.netwright.operation.Saturating;
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
}
