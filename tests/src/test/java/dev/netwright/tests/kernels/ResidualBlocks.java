package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * A residual block with an identity shortcut and one with a projection, the activation after each sum; a sum may be computed in
 * place of its left term.
 */
record ResidualBlocks(Shape images, NormSettings norm, ActivationFunction function) implements Layers {
    private static final int NARROW = 4;
    private static final int WIDE = 6;
    private static final Window SAME = Window.square(3, 1, 1);

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", NARROW, SAME).activation("stem_relu", ActivationFunction.RELU);
        norm.describe(network.convolution("inner1", NARROW, SAME, 1, Bias.NONE), "norm1")
                .activation("inner1_relu", ActivationFunction.RELU)
                .convolution("inner2", NARROW, SAME)
                .add("sum1", "inner2", "stem_relu")
                .activation("sum1_function", function);
        norm.describe(network.convolution("halving", WIDE, Window.square(3, 2, 1), 1, Bias.NONE), "norm2")
                .from("sum1_function")
                .convolution("shortcut", WIDE, Window.square(1, 2, 0))
                .add("sum2", "norm2", "shortcut")
                .activation("sum2_function", function);
    }
}
