package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** A fully connected layer with its sizes. */
record TestedLinear(Shape input, int outputs, boolean hasBias, ActivationFunction function) implements KernelUnderTest {
    @Override
    public Shape output() {
        return Shape.features(outputs);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        if (hasBias) {
            parameters.linear(LAYER, outputs, input.size());
        } else {
            parameters.linearWithoutBias(LAYER, outputs, input.size());
        }
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.linear(LAYER, in, out, function);
    }

    @Override
    public String toString() {
        return "linear of " + input + " to " + outputs + (hasBias ? "" : ", without bias") + ", " + function;
    }
}
