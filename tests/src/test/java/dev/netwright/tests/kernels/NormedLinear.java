package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A norm behind a fully connected layer without a bias, which the norm would take away: its rows have no blocks of channels, and a prediction scales, shifts and applies the function at once. */
record NormedLinear(Shape images, int outputs, NormSettings norm, ActivationFunction function) implements Layers {
    /** One row has one value in each channel, of which there is no variance. */
    @Override
    public int smallestBatch() {
        return 3;
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        norm.describe(network.linear("first", outputs, Bias.NONE), "norm").activation("norm_function", function);
    }
}
