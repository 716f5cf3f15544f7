package dev.netwright.tests.kernels;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.GroupNorm;
import dev.netwright.operation.LayerForm;
import dev.netwright.operation.LayerNorm;
import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** A layer norm or a group norm with its sizes, perhaps of its input flattened. */
record TestedPartNorm(Shape input, boolean isFlattened, LayerForm norm) implements KernelUnderTest {
    static TestedPartNorm layer(Shape input, double epsilon) {
        return new TestedPartNorm(input, false, new LayerNorm.Form(epsilon));
    }

    static TestedPartNorm groups(Shape input, int groups, double epsilon) {
        return new TestedPartNorm(input, false, new GroupNorm.Form(groups, epsilon));
    }

    TestedPartNorm flattening() {
        return new TestedPartNorm(input, true, norm);
    }

    /** A channel whose group it fills by itself loses what is the same in all of it. */
    @Override
    public boolean isBlindToConstants() {
        return norm instanceof GroupNorm.Form group && group.groups() == input.channels();
    }

    @Override
    public void describe(NetworkLayersBuilder network) {
        if (isFlattened) {
            network.flatten("flattened");
        }
        network.layer(LAYER, norm).activation(RESULT, ActivationFunction.IDENTITY);
    }

    @Override
    public String toString() {
        return norm.fingerprint() + " of " + input + (isFlattened ? " flattened" : "");
    }
}
