package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Bias;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A fully connected layer with its sizes. */
record TestedLinear(Shape input, int outputs, Bias bias, ActivationFunction function) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.linear(LAYER, outputs, bias).activation(RESULT, function);
    }

    @Override
    public String toString() {
        return "linear of " + input + " to " + outputs + (bias == Bias.TRAINED ? "" : ", without bias") + ", "
                + function;
    }
}
