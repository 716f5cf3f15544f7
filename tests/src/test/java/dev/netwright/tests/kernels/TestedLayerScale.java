package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.LayerScale;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A layer scale with its sizes, perhaps of its input flattened. */
record TestedLayerScale(Shape input, boolean isFlattened) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        if (isFlattened) {
            network.flatten("flattened");
        }
        network.layer(LAYER, new LayerScale.Form(0.1)).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return "layer scale of " + input + (isFlattened ? " flattened" : "");
    }
}
