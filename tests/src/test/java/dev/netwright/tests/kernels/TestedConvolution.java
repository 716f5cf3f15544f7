package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.runtime.kernel.Window;

/** A convolution with its sizes. */
record TestedConvolution(Shape input, int outputs, Window window, ActivationFunction function)
        implements KernelUnderTest {
    @Override
    public Shape output() {
        return WindowedShape.of(input, outputs, window);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters.convolution(LAYER, outputs, input.channels(), window.kernelHeight(), window.kernelWidth());
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.convolution(LAYER, in, out, window, function);
    }

    @Override
    public String toString() {
        return "convolution of " + input + " to " + output() + ", " + window + ", " + function;
    }
}
