package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * A convolution, a pool that alone reads it, and a residual block on the pool's output: a kernel set may compute the convolution's
 * function behind a maximum, and may have values that only a pool reads in a layout of their own.
 */
record PoolOfConvolution(TestedConvolution convolution, TestedPool pool) implements Layers {
    @Override
    public Shape images() {
        return convolution.input();
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        convolution.describe(network);
        network.pool("pool", pool.kind(), pool.window(), pool.rounding())
                .convolution("pointwise", convolution.outputs(), Window.square(1, 1, 0))
                .add("sum", "pool", "pointwise")
                .activation("sum_sigmoid", ActivationFunction.SIGMOID);
    }
}
