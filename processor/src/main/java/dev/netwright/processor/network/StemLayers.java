package dev.netwright.processor.network;

import dev.netwright.operation.Interval;
import dev.netwright.operation.Pool;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Window;
import dev.netwright.processor.declaration.ConvolutionDeclaration;
import dev.netwright.processor.declaration.StemDeclaration;

/** The layers before the first stage: conv1, or conv1_1 to conv1_3, with norm and ReLU, and pool1. */
final class StemLayers {
    private StemLayers() {}

    static void add(GraphBuilder graph, StemDeclaration stem, ConvolutionForm convolutions) {
        if (stem.isDeep()) {
            addDeep(graph, stem.conv(), convolutions);
        } else {
            convolutions.addRectified(graph, "conv1", stem.conv());
        }
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

    /** ResNet-C's (He et al., 2018, figure 2b). */
    private static void addDeep(GraphBuilder graph, ConvolutionDeclaration conv, ConvolutionForm convolutions) {
        Interval channels = conv.channels().range();
        Interval half = Interval.between(Math.max(1, channels.least() / 2), Math.max(1, channels.most() / 2));
        Window plain = Window.square(3, 1, 1);
        convolutions.addRectified(
                graph, "conv1_1", half, end -> Window.square(3, end.of(conv.stride()), 1), conv.origin());
        convolutions.addRectified(graph, "conv1_2", half, plain, conv.origin());
        convolutions.addRectified(graph, "conv1_3", channels, plain, conv.origin());
    }
}
