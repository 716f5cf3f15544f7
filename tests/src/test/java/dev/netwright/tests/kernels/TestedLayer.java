package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** Any layer by its form, with its sizes and without a function. */
record TestedLayer(Shape input, LayerForm form) implements KernelUnderTest {
    @Override
    public void describe(NetworkLayersBuilder network) {
        network.layer(LAYER, form).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return form.fingerprint() + " of " + input;
    }
}
