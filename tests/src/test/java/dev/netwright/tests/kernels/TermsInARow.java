package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A sum of three convolutions, each with a norm, and a block whose shortcut it is: values that are added onto one after another. */
record TermsInARow(Shape images, int channels, NormSettings norm, ActivationFunction function) implements Layers {
    private static final Window SAME = Window.square(3, 1, 1);
    private static final Window POINT = Window.square(1, 1, 0);

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution("stem", channels, SAME).activation("stem_relu", ActivationFunction.RELU);
        term(network, "first", SAME);
        term(network.from("stem_relu"), "second", POINT);
        network.add("two", "first_norm", "second_norm").activation("two_function", function);
        term(network.from("stem_relu"), "third", POINT);
        network.add("three", "two_function", "third_norm").activation("three_function", function);
        term(network, "inner", SAME);
        network.activation("inner_relu", ActivationFunction.RELU);
        term(network, "last", POINT);
        network.add("four", "last_norm", "three_function").activation("four_function", function);
    }

    private void term(NetworkLayersBuilder network, String name, Window window) {
        norm.describe(network.convolution(name, channels, window, 1, Bias.NONE), name + "_norm");
    }
}
