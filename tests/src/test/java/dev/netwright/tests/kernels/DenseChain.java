package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * A dense block: every layer reads all before it and appends its channels. Each join but the last lies in the last, and so do
 * the inputs of each.
 */
record DenseChain(Shape images, int stem, int growth, int layers, NormSettings norm) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        Window window = Window.square(3, 1, 1);
        network.convolution("stem", stem, window);
        String joined = "stem";
        for (int layer = 1; layer <= layers; layer++) {
            norm.describe(network.from(joined), "norm" + layer)
                    .activation("relu" + layer, ActivationFunction.RELU)
                    .convolution("layer" + layer, growth, window)
                    .concat("joined" + layer, joined, "layer" + layer);
            joined = "joined" + layer;
        }
    }
}
