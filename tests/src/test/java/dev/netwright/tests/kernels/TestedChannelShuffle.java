package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A channel shuffle with its sizes. */
record TestedChannelShuffle(Shape input, int groups) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.layer(LAYER, new ChannelShuffle.Form(groups)).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return "channel shuffle of " + input + " in " + groups + " groups";
    }
}
