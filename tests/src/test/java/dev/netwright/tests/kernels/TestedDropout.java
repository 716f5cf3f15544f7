package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/**
 * A dropout, perhaps of its input flattened.
 *
 * @param before number of dropouts of the same rate before it in the network
 */
record TestedDropout(Shape input, boolean isFlattened, double rate, int before) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        for (int i = 0; i < before; i++) {
            network.dropout("dropout" + i, rate);
        }
        if (isFlattened) {
            network.flatten("flattened");
        }
        network.dropout(LAYER, rate).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return "dropout of " + input + (isFlattened ? " flattened" : "") + ", rate " + rate + ", dropouts before: "
                + before;
    }
}
