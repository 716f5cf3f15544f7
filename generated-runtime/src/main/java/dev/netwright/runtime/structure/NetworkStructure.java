package dev.netwright.runtime.structure;

import java.util.List;
import java.util.stream.Stream;

/**
 * A network as blocks of layers.
 *
 * @param name simple name of the generated class
 * @param images shape of one image: channels, rows, columns
 * @param blocks at least one, in an order in which they can be computed, auxiliary heads among them; the last gives the
 *     network's output
 */
public record NetworkStructure(String name, List<Integer> images, List<BlockFacts> blocks) {
    /** The name under which layers read the images. */
    public static final String IMAGES = "images";

    /** Copies the lists. */
    public NetworkStructure {
        images = List.copyOf(images);
        blocks = List.copyOf(blocks);
    }

    /**
     * Reads the list that a generated class carries: a line for each block and, behind blanks, one for each of its layers.
     *
     * <pre>
     * stage1
     *     c1 Conv2d 5x5 . 6x28x28 156 122304 5
     *     c1_sigmoid Sigmoid - . . 0 0 5
     * </pre>
     *
     * A layer's line has its name, kind, kernel (a dash if there is none), inputs (a dot for the layer before), output (a dot
     * for the shape of the first input), parameters, multiply-adds and receptive field.
     *
     * @throws IllegalArgumentException if it isn't such a list, naming the line
     */
    public static NetworkStructure parse(String name, List<Integer> images, String list) {
        return new NetworkStructure(name, images, new LayerListParser(images).parse(list));
    }

    /** Shape of what the network gives for one image. */
    public List<Integer> output() {
        return blocks.get(blocks.size() - 1).output();
    }

    /** Every layer in order. */
    public Stream<LayerFacts> layers() {
        return blocks.stream().flatMap(block -> block.layers().stream());
    }

    /** Trainable values of all layers. */
    public long parameters() {
        return layers().mapToLong(LayerFacts::parameters).sum();
    }

    /** Multiply-adds of one image's forward pass through all layers. */
    public long multiplyAdds() {
        return layers().mapToLong(LayerFacts::multiplyAdds).sum();
    }
}
