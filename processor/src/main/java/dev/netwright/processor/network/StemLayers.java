package dev.netwright.processor.network;

import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.StemDeclaration;

/** The layers before the first stage: conv1 with its norm and ReLU, pool1. */
final class StemLayers {
    private StemLayers() {}

    static void add(GraphBuilder graph, StemDeclaration stem, ConvolutionForm convolutions) {
        convolutions.addRectified(graph, "conv1", stem.conv());
        graph.gapIf(stem.pool(), Gap.OF_SIDES);
        for (StemDeclaration.Pool pool : stem.pool().value()) {
            graph.then(
                    "pool1",
                    end -> new Pool.Form(
                            PoolKind.MAX,
                            Window.square(end.of(pool.kernel()), end.of(pool.stride()), end.of(pool.padding()))),
                    pool.origin(),
                    pool.kernel().origin(),
                    pool.padding().origin());
            graph.gapIf(stem.pool(), Gap.OF_SIDES);
        }
        graph.endBlock("stem");
    }
}
