package dev.netwright.tests.kernels;

import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A kernel behind a pointwise convolution, whose weight's gradient shows that of the kernel's input; for large maps. */
record BehindConvolution(KernelUnderTest kernel) implements Layers {
    private static final int PLANES = 2;

    @Override
    public Shape images() {
        return Shape.image(PLANES, kernel.input().height(), kernel.input().width());
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("source", kernel.input().channels(), Window.square(1, 1, 0), 1, Bias.NONE);
        kernel.describe(network.block("kernel"));
    }
}
