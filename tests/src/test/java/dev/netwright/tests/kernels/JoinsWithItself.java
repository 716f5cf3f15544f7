package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** Joins that read one value twice, as they do where a stage of a block is left out: its gradient is the sum of two. */
record JoinsWithItself(Shape images, int channels) implements Layers {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("first", channels, Window.square(3, 1, 1))
                .add("doubled", "first", "first")
                .convolution("second", channels, Window.square(1, 1, 0))
                .multiply("squared", "second", "second")
                .convolution("third", channels, Window.square(1, 1, 0))
                .concat("twice", "third", "third");
    }
}
