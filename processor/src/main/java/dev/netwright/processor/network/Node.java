package dev.netwright.processor.network;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A layer at its place in the graph.
 *
 * @param name the paper's name, unique in the network, a Java identifier
 * @param layer the layer
 * @param input name of the node whose output it reads, or {@link NetworkGraph#IMAGES}
 * @param origin the attribute to blame if the layer can't be
 * @param windowOrigin the attribute to blame if its window doesn't fit its input
 */
public record Node(String name, Layer layer, String input, Origin origin, Origin windowOrigin) {
    /** A layer without an attribute of its own for its window. */
    public Node(String name, Layer layer, String input, Origin origin) {
        this(name, layer, input, origin, origin);
    }
}
