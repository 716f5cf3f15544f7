package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Value;
import dev.netwright.operation.Window;

/** Products of two images, of an image and itself, of the images that nobody differentiates, and of flattened images. */
record Products(Shape images, int channels, ActivationFunction function) implements Layers {
    private static final Window SAME = Window.square(3, 1, 1);

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", channels, SAME)
                .activation("stem_function", function)
                .from(Value.IMAGES)
                .convolution("other", channels, SAME)
                .multiply("product", "other", "stem_function")
                .multiply("square", "stem_function", "stem_function")
                .add("sum", "product", "square")
                .from(Value.IMAGES)
                .convolution("mask", images.channels(), SAME)
                .multiply("masked", Value.IMAGES, "mask")
                .multiply("maskedTwice", "masked", Value.IMAGES)
                .concat("joined", "sum", "maskedTwice")
                .flatten("flat")
                .linear("units", images.size())
                .from("mask")
                .flatten("flatMask")
                .multiply("end", "flatMask", "units");
    }
}
