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
record ResidualBlocks(Shape images, int narrow, int wide, NormSettings norm, ActivationFunction function)
        implements Layers {
    private static final Window SAME = Window.square(3, 1, 1);

    /** Of 4 and 6 channels. */
    ResidualBlocks(Shape images, NormSettings norm, ActivationFunction function) {
        this(images, 4, 6, norm, function);
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", narrow, SAME).activation("stem_relu", ActivationFunction.RELU);
        norm.describe(network.convolution("inner1", narrow, SAME, 1, Bias.NONE), "norm1")
                .activation("inner1_relu", ActivationFunction.RELU)
                .convolution("inner2", narrow, SAME)
                .add("sum1", "inner2", "stem_relu")
                .activation("sum1_function", function);
        norm.describe(network.convolution("halving", wide, Window.square(3, 2, 1), 1, Bias.NONE), "norm2")
                .from("sum1_function")
                .convolution("shortcut", wide, Window.square(1, 2, 0))
                .add("sum2", "norm2", "shortcut")
                .activation("sum2_function", function);
    }
}
