package dev.netwright.processor.shape;

import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A graph with the shapes of its layers.
 *
 * @param nodes by name, in computing order
 * @param doubts what is unknown of their outputs, by name; those that are known may be left out
 * @param misfits the layers that can't read their inputs, in computing order
 */
public record ShapedNetwork(
        NetworkGraph graph, Map<String, ShapedNode> nodes, Map<String, Doubt> doubts, List<Misfit> misfits) {
    /** Copies all, keeping their order. */
    public ShapedNetwork {
        doubts = Map.copyOf(doubts);
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        misfits = List.copyOf(misfits);
    }

    /** The first layer that doesn't fit, if there is one. */
    public Optional<Misfit> misfit() {
        return misfits.stream().findFirst();
    }

    /** The misfits of a kind. */
    public <M extends Misfit> Stream<M> misfits(Class<M> kind) {
        return misfits.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What is unknown of a layer's output. */
    public Doubt doubt(String node) {
        return doubts.getOrDefault(node, Doubt.NONE);
    }

    /** What is unknown of a layer's inputs. */
    public Doubt inputDoubt(Node node) {
        return node.inputs().stream()
                .map(input -> graph.gaps().contains(input) ? Doubt.ALL : doubt(input))
                .reduce(Doubt.NONE, Doubt::or);
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
        return nodes.values().stream().mapToLong(ShapedNode::parameterCount).reduce(0, ShapedNode::saturatingSum);
    }

    /** Multiply-adds of one image's forward pass. */
    public long multiplyAdds() {
        return nodes.values().stream().mapToLong(ShapedNode::multiplyAdds).reduce(0, ShapedNode::saturatingSum);
    }

    /** Receptive field of the last spatial layer before the network's output, on its longer side. */
    public long receptiveField() {
        ShapedNode output = nodes.get(graph.output());
        return output == null ? 1 : output.receptiveField().side();
    }

    /**
     * {@code input 1x28x28 -> c1 6x28x28 -> s2 6x14x14}: the layers on the way to {@code last} that change the shape, along
     * the first branch wherever several meet, with a question mark for what is unknown.
     */
    public String trail(String last) {
        Deque<String> steps = new ArrayDeque<>();
        for (Node node = written(last); node != null; node = written(node.input())) {
            if (!node.name().equals(last) || !isMisfit(node)) {
                steps.addFirst(step(node(node.name())));
            }
            if (graph.gaps().contains(node.input())) {
                steps.addFirst(" -> ?");
            }
        }
        return "input " + images() + String.join("", steps);
    }

    private String step(ShapedNode node) {
        String name = node.node().name();
        if (isMisfit(node.node())) {
            return " -> " + name + " ?";
        }
        return node.input().equals(node.output())
                ? ""
                : " -> " + name + " " + doubt(name).text(node.output());
    }

    private boolean isMisfit(Node node) {
        return misfits.stream()
                .anyMatch(misfit -> misfit.node().equals(node) && !(misfit instanceof Misfit.GroupsDontDivide));
    }

    private @Nullable Node written(String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
