package dev.netwright.runtime.summary;

import java.util.List;

/**
 * A layer of a network. Shapes are those of one image's values: channels, rows and columns, or the length of a vector.
 *
 * @param name the paper's name, unique in the network
 * @param kind PyTorch's name of the layer's type, such as {@code Conv2d}; {@code Add}, {@code Multiply} and
 *     {@code Concat} for sums, products and concatenations
 * @param kernel rows and columns of the kernel; empty without one
 * @param inputs the layer's inputs, at least one
 * @param output shape of the output
 * @param parameters number of trainable parameters
 * @param multiplyAdds multiply-adds of one image's forward pass, counted as torchinfo does: parameters times output
 *     pixels
 * @param receptiveField longer side of the receptive field in pixels
 */
public record LayerFacts(
        String name,
        String kind,
        List<Integer> kernel,
        List<Input> inputs,
        List<Integer> output,
        long parameters,
        long multiplyAdds,
        long receptiveField) {
    /**
     * An input of a layer.
     *
     * @param layer name of the layer that computes it, or {@link NetworkStructure#IMAGES}
     * @param shape shape of one image's values
     */
    public record Input(String layer, List<Integer> shape) {
        /**
         * Copies the list.
         *
         * @param layer name of the layer that computes it, or {@link NetworkStructure#IMAGES}
         * @param shape shape of one image's values
         */
        public Input {
            shape = List.copyOf(shape);
        }
    }

    /**
     * Copies the lists.
     *
     * @param name the paper's name, unique in the network
     * @param kind PyTorch's name of the layer's type, such as {@code Conv2d}; {@code Add}, {@code Multiply} and
     *     {@code Concat} for sums, products and concatenations
     * @param kernel rows and columns of the kernel; empty without one
     * @param inputs the layer's inputs, at least one
     * @param output shape of the output
     * @param parameters number of trainable parameters
     * @param multiplyAdds multiply-adds of one image's forward pass, counted as torchinfo does: parameters times output
     *     pixels
     * @param receptiveField longer side of the receptive field in pixels
     */
    public LayerFacts {
        kernel = List.copyOf(kernel);
        inputs = List.copyOf(inputs);
        output = List.copyOf(output);
    }

    /** {@return the shape of the first input} */
    public List<Integer> input() {
        return inputs.get(0).shape();
    }
}
