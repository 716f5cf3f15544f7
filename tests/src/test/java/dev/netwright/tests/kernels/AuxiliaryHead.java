package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A trunk with a second loss halfway, of which inference has none. */
record AuxiliaryHead(Shape images, double weight) implements Layers {
    private static final Window WINDOW = Window.square(3, 1, 1);

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("early", 3, WINDOW)
                .activation("early_relu", ActivationFunction.RELU)
                .linear("auxiliary", TestNetwork.CLASSES)
                .auxiliaryHead("auxiliary", weight)
                .from("early_relu")
                .convolution("late", 3, WINDOW)
                .activation("late_relu", ActivationFunction.RELU);
    }
}
