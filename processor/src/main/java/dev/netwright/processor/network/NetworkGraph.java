package dev.netwright.processor.network;

import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LossForm;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.processor.declaration.InputDeclaration;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A network as layers: a family's expander creates it, and every later stage reads it.
 *
 * @param paper the architecture's source, for the generated Javadoc
 * @param input the shape of an image
 * @param blocks all nodes in computing order; the last is the network's output
 * @param auxiliaryHeads further outputs, for training alone
 * @param gaps missing parts, by the name of the node, or {@link #IMAGES}, after which they are missing
 * @param loss the loss that training minimizes
 * @param unread layers that were written, but on which the output doesn't depend; they aren't in the blocks
 */
public record NetworkGraph(
        String paper,
        InputDeclaration input,
        List<Block> blocks,
        List<AuxiliaryHead> auxiliaryHeads,
        Map<String, Gap> gaps,
        LossForm loss,
        List<Node> unread) {
    /** The name under which nodes read the images. */
    public static final String IMAGES = "images";

    /** The name of the loss, which no node has. */
    public static final String LOSS = "loss";

    /** Copies the lists. */
    public NetworkGraph {
        blocks = List.copyOf(blocks);
        auxiliaryHeads = List.copyOf(auxiliaryHeads);
        gaps = Map.copyOf(gaps);
        unread = List.copyOf(unread);
    }

    /** A classifier without auxiliary heads. */
    public static NetworkGraph classifier(String paper, InputDeclaration input, List<Block> blocks) {
        return new NetworkGraph(paper, input, blocks, List.of(), Map.of(), new SoftmaxCrossEntropy.Form(), List.of());
    }

    /** The blocks of a builder, as a classifier without auxiliary heads. */
    static NetworkGraph classifier(String paper, InputDeclaration input, GraphBuilder graph) {
        return new NetworkGraph(
                paper, input, graph.blocks(), List.of(), graph.gaps(), new SoftmaxCrossEntropy.Form(), List.of());
    }

    /** Channels of an image. */
    public int channels() {
        return input.channels().value();
    }

    /** Rows of an image. */
    public int height() {
        return input.height().value();
    }

    /** Columns of an image. */
    public int width() {
        return input.width().value();
    }

    /** Where the image shape is written. */
    public Origin inputOrigin() {
        return input.origin();
    }

    /** All nodes in order. */
    public Stream<Node> nodes() {
        return blocks.stream().flatMap(block -> block.nodes().stream());
    }

    /** Name of the node that computes the network's output; {@link #IMAGES} if there are no nodes. */
    public String output() {
        if (blocks.isEmpty()) {
            return IMAGES;
        }
        List<Node> last = blocks.get(blocks.size() - 1).nodes();
        return last.get(last.size() - 1).name();
    }

    /** The same network with auxiliary heads. */
    public NetworkGraph withAuxiliaryHeads(List<AuxiliaryHead> heads) {
        return new NetworkGraph(paper, input, blocks, heads, gaps, loss, unread);
    }

    /** The same network with another loss. */
    public NetworkGraph withLoss(LossForm other) {
        return new NetworkGraph(paper, input, blocks, auxiliaryHeads, gaps, other, unread);
    }

    /** The same network without the layers on which a node's output doesn't depend; that node is then the last one. */
    NetworkGraph endingWith(String node) {
        Set<String> read = new HashSet<>(Set.of(node));
        List<Node> backwards = new ArrayList<>(nodes().toList());
        Collections.reverse(backwards);
        backwards.stream().filter(layer -> read.contains(layer.name())).forEach(layer -> read.addAll(layer.inputs()));
        List<Block> kept = blocks.stream()
                .map(block -> new Block(
                        block.name(),
                        block.nodes().stream()
                                .filter(layer -> read.contains(layer.name()))
                                .toList()))
                .filter(block -> !block.nodes().isEmpty())
                .toList();
        List<Node> others =
                nodes().filter(layer -> !read.contains(layer.name())).toList();
        return new NetworkGraph(paper, input, kept, auxiliaryHeads, gaps, loss, others);
    }

    /** The same network with a layer replaced. */
    public NetworkGraph withLayer(String node, LayerForm other) {
        List<Block> replaced = blocks.stream()
                .map(block -> new Block(
                        block.name(),
                        block.nodes().stream()
                                .map(written -> written.name().equals(node) ? written.withLayer(other) : written)
                                .toList()))
                .toList();
        return new NetworkGraph(paper, input, replaced, auxiliaryHeads, gaps, loss, unread);
    }

    /** The same layers on images of another size. */
    public NetworkGraph withImageSize(int newHeight, int newWidth) {
        InputDeclaration resized = new InputDeclaration(
                input.channels(),
                WrittenNumber.of(newHeight, input.height().origin()),
                WrittenNumber.of(newWidth, input.width().origin()),
                input.origin());
        return new NetworkGraph(paper, resized, blocks, auxiliaryHeads, gaps, loss, unread);
    }
}
