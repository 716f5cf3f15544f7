package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A gate that is a row of pixels, flattened to as many channels; it is read once more behind the product. */
record FlattenedGate(Shape images) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        int channels = images.width();
        network.convolution("stem", channels, Window.square(3, 1, 1))
                .convolution("row", 1, Window.of(images.height(), 1, 1, 1, 0, 0))
                .flatten("gate")
                .multiply("gated", "stem", "gate")
                .globalAveragePool("means")
                .flatten("flatMeans")
                .add("sum", "flatMeans", "gate");
    }
}
