package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution of 1x1, a norm, one of 3x3, another norm and the mean of each map: every sum of a norm runs over batch and map. */
record NormedChain(Shape images, int channels, NormSettings norm, ActivationFunction function) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        norm.describe(network.convolution("first", channels, Window.square(1, 1, 0), 1, Bias.NONE), "norm1");
        norm.describe(network.convolution("second", channels, Window.square(3, 1, 1), 1, Bias.NONE), "norm2")
                .activation("norm2_function", function)
                .globalAveragePool("mean");
    }
}
