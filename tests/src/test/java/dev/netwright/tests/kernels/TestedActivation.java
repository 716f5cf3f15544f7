package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** An activation function by itself, perhaps of its input flattened. The identity needs no kernel at all. */
record TestedActivation(Shape input, boolean isFlattened, ActivationFunction function) implements KernelUnderTest {
    /** A function of its input as it is. */
    static TestedActivation of(Shape input, ActivationFunction function) {
        return new TestedActivation(input, false, function);
    }

    /** A function of its input as a vector. */
    static TestedActivation flattening(Shape input, ActivationFunction function) {
        return new TestedActivation(input, true, function);
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        if (isFlattened) {
            network.flatten(LAYER);
        }
        network.activation(RESULT, function);
    }

    @Override
    public String toString() {
        return function + " of " + input + (isFlattened ? " flattened" : "");
    }
}
