package dev.netwright.processor.network;

import dev.netwright.processor.declaration.StemDeclaration;

/** The layers before the first stage: conv1 with its norm and ReLU, pool1. */
final class StemLayers {
    private StemLayers() {}

    static void add(GraphBuilder graph, StemDeclaration stem, ConvolutionForm convolutions) {
        convolutions.addRectified(graph, "conv1", stem.conv());
        for (StemDeclaration.Pool pool : stem.pool()) {
            Window pooled = Window.square(
                    pool.kernel().value(), pool.stride(), pool.padding().value());
            graph.then(
                    "pool1",
                    new Layer.Pool(PoolKind.MAX, pooled),
                    pool.origin(),
                    pool.kernel().origin(),
                    pool.padding().origin());
        }
        graph.endBlock("stem");
    }
}
