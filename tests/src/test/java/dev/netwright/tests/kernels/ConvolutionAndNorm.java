package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A convolution and its batch norm: two kernels in training, one in inference. */
record ConvolutionAndNorm(TestedConvolution convolution, NormSettings norm, ActivationFunction function)
        implements Layers {
    @Override
    public Shape images() {
        return convolution.input();
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        convolution.describe(network);
        norm.describe(network, "norm").activation("norm_function", function);
    }
}
