package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;

/**
 * Sums of convolutions with terms that must keep their values: the images, a value that the convolution reads itself, one that is read again
 * later, and the convolution itself.
 *
 * @param images with as many channels as all layers have
 */
record KeptTerms(Shape images) implements Layers {
    private static final Window SAME = Window.square(3, 1, 1);

    @Override
    public void describe(NetworkLayersBuilder network) {
        int channels = images.channels();
        network.convolution("stem", channels, SAME)
                .convolution("behind", channels, SAME)
                .add("withImages", "behind", Value.IMAGES)
                .convolution("reader", channels, SAME)
                .add("withInput", "reader", "withImages")
                .convolution("inner1", channels, SAME)
                .activation("inner1_relu", ActivationFunction.RELU)
                .convolution("inner2", channels, SAME)
                .add("withLater", "inner2", "withInput")
                .convolution("doubled", channels, SAME)
                .add("withItself", "doubled", "doubled")
                .concat("joined", "withItself", "withInput");
    }
}
