package dev.netwright.runtime.summary;

import java.util.List;

/**
 * One layer of a network. Shapes are those of one image's values: channels, rows and columns, or the length of a vector.
 *
 * @param name the paper's name, unique in the network
 * @param kind PyTorch's name for what it is, such as {@code Conv2d}; {@code Add} and {@code Concat} are sums and joins
 * @param kernel rows and columns of its window; empty if it has none
 * @param inputs what it reads, at least one
 * @param output shape of what it gives
 * @param parameters trainable values
 * @param multiplyAdds of one image's forward pass, counted as torchinfo does: parameters times output pixels
 * @param receptiveField longer side, in pixels, of what one of its values sees of the image
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
     * What a layer reads.
     *
     * @param layer name of the layer that gives it, or {@link NetworkStructure#IMAGES}
     * @param shape of one image's values
     */
    public record Input(String layer, List<Integer> shape) {
        /** Copies the list. */
        public Input {
            shape = List.copyOf(shape);
        }
    }

    /** Copies the lists. */
    public LayerFacts {
        kernel = List.copyOf(kernel);
        inputs = List.copyOf(inputs);
        output = List.copyOf(output);
    }

    /** Shape of its only input, or of the first. */
    public List<Integer> input() {
        return inputs.get(0).shape();
    }
}
