package dev.netwright.processor.network;

import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network as layers: a family's expander makes it, every later stage reads it.
 *
 * @param paper whom the architecture is after, for the generated Javadoc
 * @param channels colour planes of an image
 * @param height rows of an image
 * @param width columns of an image
 * @param classes number of logits
 * @param blocks all nodes in an order in which they can be computed
 * @param inputOrigin where the image shape is written
 */
public record NetworkGraph(
        String paper, int channels, int height, int width, int classes, List<Block> blocks, Origin inputOrigin) {
    /** The name under which nodes read the images. */
    public static final String IMAGES = "images";

    /** Copies the list. */
    public NetworkGraph {
        blocks = List.copyOf(blocks);
    }

    /** All nodes in order. */
    public Stream<Node> nodes() {
        return blocks.stream().flatMap(block -> block.nodes().stream());
    }

    /** The same layers on images of another size. */
    public NetworkGraph withImageSize(int newHeight, int newWidth) {
        return new NetworkGraph(paper, channels, newHeight, newWidth, classes, blocks, inputOrigin);
    }
}
