package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;

/**
 * One kernel from a slice of channels to another: a join behind it reads its input, and another one its output. It adds to a gradient
 * that the first join has written, and its neighbours in both are others' channels.
 */
record InSlices(KernelUnderTest kernel) implements Layers {
    private static final int NEIGHBOURS = 2;
    private static final Window WINDOW = Window.square(3, 1, 1);

    @Override
    public Shape images() {
        return Shape.image(2, kernel.input().height(), kernel.input().width());
    }

    @Override
    public int smallestBatch() {
        return kernel.smallestBatch();
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("neighbour", NEIGHBOURS, WINDOW)
                .activation("neighbour_relu", ActivationFunction.RELU)
                .from(Value.IMAGES)
                .convolution("before", kernel.input().channels(), WINDOW, 1, kernel.biasBefore());
        kernel.describe(network.block("kernel"));
        Shape output = kernel.output();
        Window spreading = Window.of(output.height(), output.width(), 1, 1, output.height() - 1, output.width() - 1);
        network.block("behind")
                .concat("joinedInput", "neighbour_relu", "before")
                .linear("mix", 3)
                .activation("mix_tanh", ActivationFunction.TANH)
                .convolution("spread", NEIGHBOURS, spreading)
                .activation("spread_sigmoid", ActivationFunction.SIGMOID)
                .concat("joinedOutput", "spread_sigmoid", KernelUnderTest.RESULT);
    }

    @Override
    public String toString() {
        return kernel + " from slice to slice";
    }
}
