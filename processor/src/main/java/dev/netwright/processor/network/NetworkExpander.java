package dev.netwright.processor.network;

import dev.netwright.operation.Flatten;
import dev.netwright.processor.declaration.NetworkDeclaration;
import dev.netwright.processor.declaration.StageDeclaration;
import dev.netwright.processor.declaration.StageLayer;
import java.util.List;

/**
 * A network written layer by layer: stem, stem_norm, stem_relu and stem_drop are the layers of the stage stem. Its
 * blocks are residual blocks, inception modules and the layers of dense blocks. The layers between them form blocks
 * that end after each pool.
 */
public final class NetworkExpander {
    private static final int MOST_LAYERS_IN_BLOCK = 10;

    private final NetworkDeclaration network;
    private final GraphBuilder graph = new GraphBuilder();
    private final StageExpander stages;
    private String block = "";

    private NetworkExpander(NetworkDeclaration network) {
        this.network = network;
        stages = new StageExpander(graph, network.input().channels().range());
    }

    /** Expands a declaration. What is tainted in it is tainted in the graph. */
    public static NetworkGraph expand(NetworkDeclaration network) {
        return new NetworkExpander(network).graph();
    }

    private NetworkGraph graph() {
        List<StageName> names = StageName.of(network);
        graph.gapIf(network.stages(), Gap.OF_ALL);
        for (int i = 0; i < names.size(); i++) {
            add(network.stages().value().get(i), names.get(i), i == names.size() - 1);
        }
        endBlock();
        return NetworkGraph.classifier("the stages of " + network.interfaceName(), network.input(), graph)
                .withLoss(Loss.valueOf(network.loss().value()));
    }

    private void add(StageDeclaration stage, StageName name, boolean isLast) {
        boolean isUnit = stage.layers().stream().anyMatch(NetworkExpander::isUnit);
        if (isUnit || graph.openLayers() >= MOST_LAYERS_IN_BLOCK) {
            endBlock();
        }
        // Never the name of a class that the generated source imports, such as Pool or Linear.
        block = graph.openLayers() == 0 ? name.name() + "Block" : block;
        stages.expand(stage, name.name());
        graph.gapIf(network.stages(), Gap.OF_ALL);
        if (isLast && network.loss().value().equals("CROSS_ENTROPY") && !stages.isVector()) {
            graph.then(name.flattened(), new Flatten.Form(), stage.outputOrigin());
        }
        if (isUnit || stage.layers().stream().anyMatch(NetworkExpander::isPool)) {
            endBlock();
        }
    }

    private void endBlock() {
        if (graph.openLayers() > 0) {
            graph.endBlock(block);
        }
    }

    private static boolean isUnit(StageLayer layer) {
        return layer instanceof StageLayer.ResidualBlock
                || layer instanceof StageLayer.InceptionBlock
                || layer instanceof StageLayer.DenseBlock
                || layer instanceof StageLayer.SqueezeExcite;
    }

    private static boolean isPool(StageLayer layer) {
        return layer instanceof StageLayer.WindowedPool || layer instanceof StageLayer.GlobalAveragePool;
    }
}
