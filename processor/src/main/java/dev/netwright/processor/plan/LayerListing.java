package dev.netwright.processor.plan;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.processor.network.Block;
import dev.netwright.processor.network.NetworkGraph;
import dev.netwright.processor.network.Node;

/** Lists a network's layers as the generated class does, with the same builder. */
final class LayerListing {
    private LayerListing() {}

    /** The layers of a graph in which everything fits. */
    static NetworkLayers of(NetworkGraph graph) {
        NetworkLayersBuilder network = NetworkLayers.of(Shape.image(graph.channels(), graph.height(), graph.width()));
        graph.blocks().stream().filter(block -> !block.nodes().isEmpty()).forEach(block -> list(block, graph, network));
        return network.loss(graph.loss());
    }

    private static void list(Block block, NetworkGraph graph, NetworkLayersBuilder network) {
        network.block(block.name());
        for (Node node : block.nodes()) {
            network.layer(node.name(), node.layer(), node.inputs().toArray(String[]::new));
            graph.auxiliaryHeads().stream()
                    .filter(head -> head.logits().equals(node.name()))
                    .forEach(head -> network.auxiliaryHead(head.logits(), head.weight()));
        }
    }
}
