package dev.netwright.processor.shape;

import dev.netwright.operation.Saturating;
import dev.netwright.operation.ShapeBounds;
import dev.netwright.processor.network.Gap;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A graph with the shapes of its layers.
 *
 * @param nodes by name, in computing order
 * @param outputs the bounds of their outputs and of {@link NetworkGraph#IMAGES} as the layers after them know them, by
 * name
 * @param misfits the faults of layers, in computing order
 */
public record ShapedNetwork(
        NetworkGraph graph, Map<String, ShapedNode> nodes, Map<String, ShapeBounds> outputs, List<Misfit> misfits) {
    /** Copies all, keeping their order. */
    public ShapedNetwork {
        outputs = Map.copyOf(outputs);
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        misfits = List.copyOf(misfits);
    }

    /** The first misfit of a layer, if there is one. */
    public Optional<Misfit> misfit() {
        return misfits.stream().findFirst();
    }

    /** The misfits of a kind. */
    public <M extends Misfit> Stream<M> misfits(Class<M> kind) {
        return misfits.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The bounds of the output of a node, or of {@link NetworkGraph#IMAGES}, as the layers after it know them. */
    public ShapeBounds read(String node) {
        return read(graph, outputs, node);
    }

    static ShapeBounds read(NetworkGraph graph, Map<String, ShapeBounds> outputs, String node) {
        ShapeBounds output = Objects.requireNonNull(outputs.get(node));
        Gap gap = graph.gaps().get(node);
        return gap == null ? output : gap.after(output);
    }

    /** Whether every layer can read its input, and has groups that divide it. */
    public boolean isReadable() {
        return misfits.stream().noneMatch(misfit -> misfit.isUnreadable() || misfit instanceof Misfit.GroupsDontDivide);
    }

    private Stream<Misfit> misfits(Node node) {
        return misfits.stream().filter(misfit -> misfit.node().equals(node));
    }

    /** Shape of one image. */
    public Shape images() {
        return Shape.image(graph.channels(), graph.height(), graph.width());
    }

    /** Output shape of a layer, or the shape of {@link NetworkGraph#IMAGES}. */
    public Shape shapeOf(String node) {
        return node.equals(NetworkGraph.IMAGES) ? images() : node(node).output();
    }

    /** A layer by its name. */
    public ShapedNode node(String name) {
        ShapedNode shaped = nodes.get(name);
        if (shaped == null) {
            throw new IllegalArgumentException("no layer " + name);
        }
        return shaped;
    }

    /** Shape of the network's output. */
    public Shape output() {
        return shapeOf(graph.output());
    }

    /** Trainable values of the whole network. */
    public long parameterCount() {
        return nodes.values().stream().mapToLong(ShapedNode::parameterCount).reduce(0, Saturating::sum);
    }

    /** Multiply-adds of one image's forward pass. */
    public long multiplyAdds() {
        return nodes.values().stream().mapToLong(ShapedNode::multiplyAdds).reduce(0, Saturating::sum);
    }

    /** Receptive field of the last spatial layer before the network's output, on its longer side. */
    public long receptiveField() {
        ShapedNode output = nodes.get(graph.output());
        return output == null ? 1 : output.receptiveField().side();
    }

    /**
     * {@code input 1x28x28 -> c1 6x28x28 -> s2 6x14x14}: the layers on the way to {@code last} that change the shape,
     * along the first branch where several meet, with a question mark for unknown shapes.
     */
    public String trail(String last) {
        Deque<String> steps = new ArrayDeque<>();
        for (Node node = written(last); node != null; node = written(node.input())) {
            if (!node.name().equals(last) || !isUnreadable(node)) {
                steps.addFirst(step(node));
            }
            Gap gap = graph.gaps().get(node.input());
            if (gap != null && gap.sides()) {
                steps.addFirst(" -> ?");
            }
        }
        return "input " + graph.input().bounds() + String.join("", steps);
    }

    private String step(Node node) {
        if (isUnreadable(node)) {
            return " -> " + node.name() + " ?";
        }
        ShapedNode shaped = node(node.name());
        return shaped.input().equals(shaped.output()) ? "" : " -> " + node.name() + " " + computed(node);
    }

    private boolean isUnreadable(Node node) {
        return misfits(node).anyMatch(Misfit::isUnreadable);
    }

    /** A layer's output, before a fault of the layer taints it. */
    private ShapeBounds computed(Node node) {
        return misfits(node)
                .flatMap(misfit -> misfit.computed().stream())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(outputs.get(node.name())));
    }

    private @Nullable Node written(String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
