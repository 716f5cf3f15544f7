package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A dropout behind a local response norm, whose backward reads its output and so may not find the dropout's there. */
record DroppedNorm(Shape images) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", 6, Window.square(3, 1, 1))
                .activation("stem_relu", ActivationFunction.RELU)
                .localResponseNorm("norm", 3, 0.5, 0.75, 2)
                .dropout("dropped", 0.4);
    }
}
