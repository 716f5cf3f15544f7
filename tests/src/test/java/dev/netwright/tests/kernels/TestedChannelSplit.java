package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A part of the channels with its sizes. */
record TestedChannelSplit(Shape input, int parts, int part) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.layer(LAYER, new ChannelSplit.Form(parts, part)).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return "channel split of " + input + ", part " + part + " of " + parts;
    }
}
