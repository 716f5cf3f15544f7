package dev.netwright.processor.shape;

import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A graph with the shapes of its layers, up to the first misfit.
 *
 * @param nodes by name, in computing order
 * @param misfitOrNull the layer at which inference stopped
 */
public record ShapedNetwork(
        NetworkGraph graph,
        Map<String, ShapedNode> nodes,
        @Nullable Misfit misfitOrNull) {
    /** Copies the map, keeping its order. */
    public ShapedNetwork {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /** The layer that doesn't fit, if there is one. */
    public Optional<Misfit> misfit() {
        return Optional.ofNullable(misfitOrNull);
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
     * the first branch wherever several meet.
     */
    public String trail(String last) {
        Deque<String> steps = new ArrayDeque<>();
        for (Node node = written(last); node != null; node = written(node.input())) {
            ShapedNode shaped = nodes.get(node.name());
            if (shaped != null && !shaped.input().equals(shaped.output())) {
                steps.addFirst(" -> " + node.name() + " " + shaped.output());
            }
        }
        return "input " + images() + String.join("", steps);
    }

    private @Nullable Node written(String name) {
        return graph.nodes()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
