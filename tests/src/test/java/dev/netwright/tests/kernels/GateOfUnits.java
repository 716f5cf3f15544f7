package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;

/** A convolution's channels, gated by a fully connected layer of the images: each gate's gradient is the sum of a map. */
record GateOfUnits(Shape images, int channels) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.linear("units", channels)
                .sigmoid("gate")
                .from(Value.IMAGES)
                .convolution("stem", channels, Window.square(3, 1, 1))
                .multiply("gated", "stem", "gate");
    }
}
