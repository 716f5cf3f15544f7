package dev.netwright.processor.network;

import dev.netwright.processor.declaration.StemDeclaration;

/** The layers before the first stage: conv1 with its norm and ReLU, pool1. */
final class StemLayers {
    private StemLayers() {}

    static void add(GraphBuilder graph, StemDeclaration stem, ConvolutionForm convolutions) {
        Window window = Window.square(stem.kernel().value(), stem.stride(), stem.padding());
        convolutions.addRectified(
                graph,
                "conv1",
                stem.channels(),
                window,
                stem.origin(),
                stem.kernel().origin());
        for (StemDeclaration.Pool pool : stem.pool()) {
            Window pooled = Window.square(pool.kernel().value(), pool.stride(), pool.padding());
            graph.then(
                    "pool1",
                    new Layer.Pool(PoolKind.MAX, pooled),
                    pool.origin(),
                    pool.kernel().origin());
        }
        graph.endBlock("stem");
    }
}
