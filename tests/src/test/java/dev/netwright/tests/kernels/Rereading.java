package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A value that is added to itself, copied by a join in which it can't lie, and read once more after both; and one that is joined twice. */
record Rereading(Shape images) implements Layers {
    private static final int CHANNELS = 3;

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", CHANNELS, Window.square(3, 1, 1))
                .add("doubled", "stem", "stem")
                .activation("doubled_tanh", ActivationFunction.TANH)
                .concat("joined", "stem", "doubled_tanh")
                .convolution("pointwise", CHANNELS, Window.square(1, 1, 0))
                .activation("pointwise_sigmoid", ActivationFunction.SIGMOID)
                .add("sum", "stem", "pointwise_sigmoid")
                .activation("sum_relu", ActivationFunction.RELU)
                .concat("twice", "sum_relu", "sum_relu");
    }
}
