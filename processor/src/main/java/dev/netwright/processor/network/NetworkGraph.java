package dev.netwright.processor.network;

import dev.netwright.processor.declaration.InputDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network as layers: a family's expander makes it, every later stage reads it.
 *
 * @param paper whom the architecture is after, for the generated Javadoc
 * @param channels colour planes of an image
 * @param height rows of an image
 * @param width columns of an image
 * @param blocks all nodes in an order in which they can be computed; the last is the network's output
 * @param auxiliaryHeads further outputs, for training alone
 * @param gaps names of nodes, or {@link #IMAGES}, between which and the next node something unknown is missing
 * @param loss what training lowers
 * @param inputOrigin where the image shape is written
 */
public record NetworkGraph(
        String paper,
        int channels,
        int height,
        int width,
        List<Block> blocks,
        List<AuxiliaryHead> auxiliaryHeads,
        Set<String> gaps,
        Loss loss,
        Origin inputOrigin) {
    /** The name under which nodes read the images. */
    public static final String IMAGES = "images";

    /** The name of what training lowers, which no node has. */
    public static final String LOSS = "loss";

    /** Copies the lists. */
    public NetworkGraph {
        blocks = List.copyOf(blocks);
        auxiliaryHeads = List.copyOf(auxiliaryHeads);
        gaps = Set.copyOf(gaps);
    }

    /** A classifier without auxiliary heads. */
    public static NetworkGraph classifier(String paper, InputDeclaration input, List<Block> blocks) {
        return new NetworkGraph(
                paper,
                input.channels(),
                input.height(),
                input.width(),
                blocks,
                List.of(),
                Set.of(),
                Loss.CROSS_ENTROPY,
                input.origin());
    }

    /** All nodes in order. */
    public Stream<Node> nodes() {
        return blocks.stream().flatMap(block -> block.nodes().stream());
    }

    /** Name of the node that gives the network's output. */
    public String output() {
        List<Node> last = blocks.get(blocks.size() - 1).nodes();
        return last.get(last.size() - 1).name();
    }

    /** The same network with auxiliary heads. */
    public NetworkGraph withAuxiliaryHeads(List<AuxiliaryHead> heads) {
        return new NetworkGraph(paper, channels, height, width, blocks, heads, gaps, loss, inputOrigin);
    }

    /** The same network with another loss. */
    public NetworkGraph withLoss(Loss other) {
        return new NetworkGraph(paper, channels, height, width, blocks, auxiliaryHeads, gaps, other, inputOrigin);
    }

    /** The same network with gaps. */
    public NetworkGraph withGaps(Set<String> others) {
        return new NetworkGraph(paper, channels, height, width, blocks, auxiliaryHeads, others, loss, inputOrigin);
    }

    /** The same network with a layer replaced. */
    public NetworkGraph withLayer(String node, Layer other) {
        List<Block> replaced = blocks.stream()
                .map(block -> new Block(
                        block.name(),
                        block.nodes().stream()
                                .map(written -> written.name().equals(node) ? written.withLayer(other) : written)
                                .toList()))
                .toList();
        return new NetworkGraph(paper, channels, height, width, replaced, auxiliaryHeads, gaps, loss, inputOrigin);
    }

    /** The same layers on images of another size. */
    public NetworkGraph withImageSize(int newHeight, int newWidth) {
        return new NetworkGraph(paper, channels, newHeight, newWidth, blocks, auxiliaryHeads, gaps, loss, inputOrigin);
    }
}
