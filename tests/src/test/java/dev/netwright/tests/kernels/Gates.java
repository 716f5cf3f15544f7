package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** An image and a gate of its own means, and behind it a gate that is a vector of all its values. */
record Gates(Shape images, int channels, ActivationFunction function) implements Layers {
    private static final Window POINT = Window.square(1, 1, 0);
    private static final int SQUEEZED = 3;

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", channels, Window.square(3, 1, 1))
                .activation("stem_function", function)
                .globalAveragePool("means")
                .convolution("fc1", SQUEEZED, POINT)
                .relu("fc1_relu")
                .convolution("fc2", channels, POINT)
                .sigmoid("scale")
                .multiply("gated", "stem_function", "scale")
                .linear("units", channels)
                .tanh("vector")
                .multiply("gatedByVector", "gated", "vector");
    }
}
