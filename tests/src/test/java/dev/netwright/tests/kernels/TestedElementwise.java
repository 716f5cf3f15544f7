package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;

/** An activation function by itself; its output may be its input flattened. */
record TestedElementwise(Shape input, Shape output, ActivationFunction function) implements KernelUnderTest {
    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.elementwise(LAYER, in, out, function);
    }

    @Override
    public String toString() {
        return function + " of " + input + " to " + output;
    }
}
