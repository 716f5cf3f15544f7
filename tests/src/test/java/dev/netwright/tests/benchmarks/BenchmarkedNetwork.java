package dev.netwright.tests.benchmarks;

import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * One layer within a network: a 1x1 convolution in front of it spreads grey images over its input, so that it has a gradient to
 * compute and a layout to choose, unless it is a stem, and a global pool makes logits of its output.
 */
final class BenchmarkedNetwork {
    private BenchmarkedNetwork() {}

    static NetworkLayers of(BenchmarkedLayer layer) {
        Shape input = layer.input();
        NetworkLayersBuilder network = NetworkLayers.of(Shape.image(1, input.height(), input.width()));
        if (!layer.isStem()) {
            network.block("front").convolution("front", input.channels(), Window.square(1, 1, 0));
        }
        // A block of its own, so that the kernel in front of it takes nothing of it in.
        layer.describe().accept(network.block("layer"));
        return network.block("logits").globalAveragePool("means").crossEntropy();
    }
}
