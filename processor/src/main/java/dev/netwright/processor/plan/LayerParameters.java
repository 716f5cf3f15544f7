package dev.netwright.processor.plan;

import java.util.List;

/**
 * The tensors of one layer.
 *
 * @param layer what their names begin with
 * @param weight the weight's dimensions: four for a convolution, two for a fully connected layer, one for a batch norm
 * @param hasBias whether there is a bias beside the weight
 */
public record LayerParameters(String layer, List<Integer> weight, boolean hasBias) {
    /** Copies the list. */
    public LayerParameters {
        weight = List.copyOf(weight);
    }
}
