package dev.netwright.processor.network;

import dev.netwright.processor.declaration.NetworkDeclaration;

/** A network written layer by layer: stem, stem_norm, stem_relu and stem_drop are the layers of the stage stem. */
public final class NetworkExpander {
    private NetworkExpander() {}

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(NetworkDeclaration network) {
        GraphBuilder graph = new GraphBuilder(network.input().bounds());
        graph.gapIf(network.stages(), Gap.OF_ALL);
        StageExpander.expand(graph, network.stages(), network.loss().form().isOfLogits());
        NetworkGraph expanded = NetworkGraph.classifier(
                        "the stages of " + network.interfaceName(), network.input(), graph)
                .withLoss(network.loss().form());
        // After a fault, what seems unread may be meant for a stage that couldn't be read.
        return graph.gaps().isEmpty() ? expanded.endingWith(graph.last()) : expanded;
    }
}
