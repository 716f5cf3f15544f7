package dev.netwright.processor.network;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Add;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.Concat;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Dropout;
import dev.netwright.operation.Interval;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.Linear;
import dev.netwright.operation.Multiply;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.BatchNormDeclaration;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.End;
import dev.netwright.processor.declaration.LocalResponseNormDeclaration;
import dev.netwright.processor.declaration.NormDeclaration;
import dev.netwright.processor.declaration.PoolDeclaration;
import dev.netwright.processor.declaration.Written;
import dev.netwright.processor.declaration.WrittenNumber;
import dev.netwright.processor.diagnostics.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Builds the blocks of a network. A layer reads the one before it, unless {@link #from} names another. Branches start
 * at one node and end in a join or a sum.
 */
final class GraphBuilder {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Node> open = new ArrayList<>();
    private final Map<String, Gap> gaps = new HashMap<>();
    private final Map<String, ShapeBounds> outputs = new HashMap<>();
    private String last = NetworkGraph.IMAGES;

    /** A graph for images of unknown shape. */
    GraphBuilder() {
        this(ShapeBounds.image(Interval.POSITIVE));
    }

    /** A graph for images with bounds of their shape. */
    GraphBuilder(ShapeBounds images) {
        outputs.put(NetworkGraph.IMAGES, images);
    }

    /** Name of the node that the next layer reads. */
    String last() {
        return last;
    }

    /** The bounds of the shape that a reader of a node, or of {@link NetworkGraph#IMAGES}, finds. */
    ShapeBounds bounds(String node) {
        ShapeBounds output = Objects.requireNonNull(outputs.get(node));
        Gap gap = gaps.get(node);
        return gap == null ? output : gap.after(output);
    }

    /** Makes the next layer read a node, or {@link NetworkGraph#IMAGES}. */
    GraphBuilder from(String node) {
        last = node;
        return this;
    }

    GraphBuilder then(String name, LayerForm layer, Origin origin) {
        return then(name, end -> layer, origin, origin, origin);
    }

    /** A layer whose numbers may be tainted. */
    GraphBuilder then(String name, End.Form layer, Origin origin) {
        return then(name, layer, origin, origin, origin);
    }

    /** A layer with places for {@link Node#windowOrigin} and {@link Node#partOrigin}. */
    GraphBuilder then(String name, End.Form layer, Origin origin, Origin windowOrigin, Origin partOrigin) {
        return add(new Node(
                name, layer.at(End.LEAST), layer.at(End.MOST), List.of(last), origin, windowOrigin, partOrigin));
    }

    GraphBuilder convolution(String name, ConvolutionDeclaration conv) {
        return then(
                name,
                end -> new Convolution.Form(
                        end.of(conv.channels()),
                        Window.square(end.of(conv.kernel()), end.of(conv.stride()), end.of(conv.padding()))),
                conv.origin(),
                conv.kernel().origin(),
                conv.origin());
    }

    GraphBuilder pool(String name, PoolDeclaration pool) {
        PoolKind kind = PoolKind.valueOf(pool.kind().value());
        return then(
                name,
                end -> new Pool.Form(kind, Window.square(end.of(pool.kernel()), end.of(pool.stride()), 0)),
                pool.origin());
    }

    /** A fully connected layer with bias. */
    GraphBuilder linear(String name, WrittenNumber units) {
        return then(name, end -> new Linear.Form(end.of(units)), units.origin());
    }

    /** Dropout, unless its rate is 0. */
    GraphBuilder dropout(String name, Written<Double> rate, Origin origin) {
        return rate.value() == 0 ? this : then(name, new Dropout.Form(rate.value()), origin);
    }

    /** Records that something is missing after the last node. */
    GraphBuilder gap(Gap gap) {
        gaps.merge(last, gap, Gap::or);
        return this;
    }

    /** Records that elements of a list whose layers belong here are missing or unknown. */
    GraphBuilder gapIf(Written<?> list, Gap gap) {
        return list.isTainted() ? gap(gap) : this;
    }

    /** The gaps. */
    Map<String, Gap> gaps() {
        return gaps;
    }

    /** The activation after layer {@code of}, which shares its origin; its node is named after it. */
    GraphBuilder activation(String of, ActivationFunction function, Origin origin) {
        return function.isIdentity() ? this : then(of + "_" + function.word(), new Activation.Form(function), origin);
    }

    /** The norm after layer {@code of}; its node is named after it. */
    GraphBuilder norm(String of, NormDeclaration norm) {
        return normBefore(of + Node.NORM_SUFFIX, norm);
    }

    /** A norm with its own name. */
    GraphBuilder normBefore(String name, NormDeclaration norm) {
        return then(name, norm::at, norm.origin(), norm.origin(), norm.partOrigin());
    }

    /** The batch norm after layer {@code of}; its node is named after it. */
    GraphBuilder norm(String of, BatchNorm.Form norm, Origin origin) {
        return then(of + Node.NORM_SUFFIX, norm, origin);
    }

    /** The batch norm after layer {@code of}, if one is declared. */
    GraphBuilder norm(String of, Written<List<BatchNormDeclaration>> atMostOne) {
        atMostOne.value().forEach(norm -> norm(of, norm.form(), norm.origin()));
        return this;
    }

    /**
     * The same with the origin of what requests the norm: a network can have too many norms even if the spec mentions
     * none.
     */
    GraphBuilder norm(String of, List<BatchNormDeclaration> atMostOne, Origin origin) {
        atMostOne.forEach(norm -> norm(of, norm.form(), origin));
        return this;
    }

    /** A batch norm that belongs to the layer after it and therefore has its own name. */
    GraphBuilder normBefore(String name, BatchNormDeclaration norm, Origin origin) {
        return then(name, norm.form(), origin);
    }

    /** A local response norm, if one is declared. */
    GraphBuilder localResponseNorm(String name, Written<List<LocalResponseNormDeclaration>> atMostOne) {
        atMostOne.value().forEach(norm -> localResponseNorm(name, norm));
        return this;
    }

    /** A local response norm. */
    GraphBuilder localResponseNorm(String name, LocalResponseNormDeclaration norm) {
        return then(name, norm.form(), norm.origin());
    }

    /** The sum of the outputs of two nodes. */
    GraphBuilder sum(String name, String left, String right, Origin origin) {
        return add(new Node(name, new Add.Form(), List.of(left, right), origin, origin));
    }

    /** The product of the outputs of two nodes, the second of which may have one value for each channel. */
    GraphBuilder product(String name, String left, String right, Origin origin) {
        return add(new Node(name, new Multiply.Form(), List.of(left, right), origin, origin));
    }

    /** The outputs of some nodes, concatenated along the channels. */
    GraphBuilder join(String name, List<String> branches, Origin origin) {
        return add(new Node(name, new Concat.Form(), branches, origin, origin));
    }

    /** The number of layers in the current block so far. */
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
        outputs.put(
                node.name(),
                node.layer()
                        .output(
                                node.most(),
                                node.inputs().stream().map(this::bounds).toList()));
        last = node.name();
        return this;
    }
}
