package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;
import dev.netwright.operation.StochasticDepth;

/**
 * A stochastic depth, perhaps of its input flattened.
 *
 * @param before number of dropouts before it in the network, which select other random numbers
 */
record TestedStochasticDepth(Shape input, boolean isFlattened, double rate, int before) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        for (int i = 0; i < before; i++) {
            network.dropout("dropout" + i, rate);
        }
        if (isFlattened) {
            network.flatten("flattened");
        }
        network.layer(LAYER, new StochasticDepth.Form(rate)).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return "stochastic depth of " + input + (isFlattened ? " flattened" : "") + ", rate " + rate
                + ", dropouts before: " + before;
    }
}
