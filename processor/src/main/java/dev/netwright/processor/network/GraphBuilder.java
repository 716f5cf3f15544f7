package dev.netwright.processor.network;

import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.LocalResponseNormDeclaration;
import dev.netwright.processor.declaration.PoolDeclaration;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds the blocks of a network. A layer reads the one before it, unless the builder was told to go {@link #from} another;
 * branches are layers from one place whose last ones a join or a sum reads.
 */
final class GraphBuilder {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> open = new ArrayList<>();
    private String last = NetworkGraph.IMAGES;

    /** Name of the node that the next layer reads. */
    String last() {
        return last;
    }

    /** Lets the next layer read a node, or {@link NetworkGraph#IMAGES}. */
    GraphBuilder from(String node) {
        last = node;
        return this;
    }

    GraphBuilder then(String name, Layer layer, Origin origin) {
        return then(name, layer, origin, origin, origin);
    }

    /** A layer with places for {@link Node#windowOrigin} and {@link Node#partOrigin}. */
    GraphBuilder then(String name, Layer layer, Origin origin, Origin windowOrigin, Origin partOrigin) {
        return add(new Node(name, layer, List.of(last), origin, windowOrigin, partOrigin));
    }

    GraphBuilder convolution(String name, ConvolutionDeclaration conv) {
        Window window = Window.square(conv.kernel().value(), conv.stride(), conv.padding());
        return then(
                name,
                new Layer.Convolution(conv.channels(), window),
                conv.origin(),
                conv.kernel().origin(),
                conv.origin());
    }

    GraphBuilder pool(String name, PoolDeclaration pool) {
        Window window = Window.square(pool.kernel(), pool.stride(), 0);
        return then(name, new Layer.Pool(PoolKind.valueOf(pool.kind()), window), pool.origin());
    }

    /** Dropout, unless its rate is 0. */
    GraphBuilder dropout(String name, double rate, Origin origin) {
        return rate == 0 ? this : then(name, new Layer.Dropout(rate), origin);
    }

    /** The activation after layer {@code of}, which shares its origin; its node is named after it. */
    GraphBuilder activation(String of, ActivationFunction function, Origin origin) {
        return function == ActivationFunction.IDENTITY
                ? this
                : then(of + "_" + function.name().toLowerCase(Locale.ROOT), new Layer.Activation(function), origin);
    }

    /** The batch norm after layer {@code of}; its node is named after it. */
    GraphBuilder norm(String of, Layer.BatchNorm norm, Origin origin) {
        return then(of + Node.NORM_SUFFIX, norm, origin);
    }

    /** The batch norm after layer {@code of}, if one is declared. */
    GraphBuilder norm(String of, List<BatchNormDeclaration> atMostOne) {
        atMostOne.forEach(norm -> norm(of, layer(norm), norm.origin()));
        return this;
    }

    /** The same, blaming what asks for the layer: there can be too many norms even where none is written. */
    GraphBuilder norm(String of, List<BatchNormDeclaration> atMostOne, Origin origin) {
        atMostOne.forEach(norm -> norm(of, layer(norm), origin));
        return this;
    }

    /** A batch norm that belongs to the layer behind it and so has a name of its own. */
    GraphBuilder normBefore(String name, BatchNormDeclaration norm, Origin origin) {
        return then(name, layer(norm), origin);
    }

    private static Layer.BatchNorm layer(BatchNormDeclaration norm) {
        return new Layer.BatchNorm(
                norm.epsilon(), norm.momentum(), norm.runningVariance().equals("UNBIASED"));
    }

    /** A local response norm, if one is declared. */
    GraphBuilder localResponseNorm(String name, List<LocalResponseNormDeclaration> atMostOne) {
        for (LocalResponseNormDeclaration norm : atMostOne) {
            Layer layer = new Layer.LocalResponseNorm(norm.size(), norm.alpha(), norm.beta(), norm.k());
            then(name, layer, norm.origin());
        }
        return this;
    }

    /** The sum of what two nodes give. */
    GraphBuilder sum(String name, String left, String right, Origin origin) {
        return add(new Node(name, new Layer.Add(), List.of(left, right), origin, origin));
    }

    /** What some nodes give, one after the other along the channels. */
    GraphBuilder join(String name, List<String> branches, Origin origin) {
        return add(new Node(name, new Layer.Concat(), branches, origin, origin));
    }

    /** How many layers the next block has so far. */
    int openLayers() {
        return open.size();
    }

    /** Ends a block. */
    GraphBuilder endBlock(String name) {
        blocks.add(new Block(name, open));
        open.clear();
        return this;
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    private GraphBuilder add(Node node) {
        open.add(node);
        last = node.name();
        return this;
    }
}
