package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution with its sizes. */
record TestedConvolution(Shape input, int outputs, int groups, Bias bias, Window window, ActivationFunction function)
        implements KernelUnderTest {
    /** A convolution of one group with a bias. */
    static TestedConvolution of(Shape input, int outputs, Window window, ActivationFunction function) {
        return new TestedConvolution(input, outputs, 1, Bias.TRAINED, window, function);
    }

    /** The same in groups. */
    TestedConvolution inGroups(int count) {
        return new TestedConvolution(input, outputs, count, bias, window, function);
    }

    /** The same without a bias. */
    TestedConvolution withoutBias() {
        return new TestedConvolution(input, outputs, groups, Bias.NONE, window, function);
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        network.convolution(LAYER, outputs, window, groups, bias).activation(RESULT, function);
    }

    @Override
    public String toString() {
        return "convolution of " + input + " to " + output() + " in groups: " + groups
                + (bias == Bias.TRAINED ? "" : ", without bias") + ", " + window + ", " + function;
    }
}
