package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution's channels, gated by what follows from their means, and the mean of each map behind. */
record GatedMean(Shape images, int channels) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("first", channels, Window.square(3, 1, 1))
                .globalAveragePool("means")
                .linear("units", channels)
                .sigmoid("gate")
                .multiply("gated", "first", "gate")
                .globalAveragePool("gatedMeans");
    }
}
