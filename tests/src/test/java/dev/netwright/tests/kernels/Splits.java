package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.ChannelShuffle;
import dev.netwright.operation.ChannelSplit;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * ShuffleNetV2's unit (Ma et al., 2018, figure 3 c): one half of the channels as it is, the other through convolutions, joined and
 * shuffled; behind it a part that another reader of the whole value follows, and one that nobody completes.
 */
record Splits(Shape images, int half) implements Layers {
    private static final Window SAME = Window.square(3, 1, 1);
    private static final Window POINT = Window.square(1, 1, 0);

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", 2 * half, SAME)
                .activation("stem_relu", ActivationFunction.RELU)
                .layer("kept", new ChannelSplit.Form(2, 0))
                .layer("changed", new ChannelSplit.Form(2, 1), "stem_relu")
                .convolution("conv1", half, POINT)
                .relu("conv1_relu")
                .convolution("depthwise", half, SAME, half, Bias.TRAINED)
                .convolution("conv2", half, POINT)
                .tanh("conv2_tanh")
                .concat("joined", "kept", "conv2_tanh")
                .layer("shuffled", new ChannelShuffle.Form(2))
                .layer("first", new ChannelSplit.Form(2, 0))
                .from("shuffled")
                .convolution("whole", half, POINT)
                .add("sum", "first", "whole")
                .layer("middle", new ChannelSplit.Form(half, half / 2))
                .concat("end", "middle", "sum");
    }
}
