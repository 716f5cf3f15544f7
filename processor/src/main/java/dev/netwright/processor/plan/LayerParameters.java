package dev.netwright.processor.plan;

import java.util.List;

/**
 * Weight and bias of one layer, named {@code <layer>.weight} and {@code <layer>.bias}.
 *
 * @param weight the weight's dimensions: four for a convolution, two for a fully connected layer
 */
public record LayerParameters(String layer, List<Integer> weight) {
    /** Copies the list. */
    public LayerParameters {
        weight = List.copyOf(weight);
    }
}
