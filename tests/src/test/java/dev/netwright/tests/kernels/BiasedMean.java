package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution of 3x3 with bias and the mean of each map. */
record BiasedMean(Shape images, int channels, ActivationFunction function) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("first", channels, Window.square(3, 1, 1))
                .activation("first_function", function)
                .globalAveragePool("mean");
    }
}
