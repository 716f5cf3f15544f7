package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.Kernel;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.operation.Window;

/** A convolution with its sizes. */
record TestedConvolution(
        Shape input, int outputs, int groups, boolean hasBias, Window window, ActivationFunction function)
        implements KernelUnderTest {
    /** A convolution of one group with a bias. */
    static TestedConvolution of(Shape input, int outputs, Window window, ActivationFunction function) {
        return new TestedConvolution(input, outputs, 1, true, window, function);
    }

    /** The same in groups. */
    TestedConvolution inGroups(int count) {
        return new TestedConvolution(input, outputs, count, hasBias, window, function);
    }

    /** The same without a bias. */
    TestedConvolution withoutBias() {
        return new TestedConvolution(input, outputs, groups, false, window, function);
    }

    @Override
    public Shape output() {
        return WindowedShape.floor(input, outputs, window);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        int inputs = input.channels() / groups;
        if (hasBias) {
            parameters.convolution(LAYER, outputs, inputs, window.kernelHeight(), window.kernelWidth());
        } else {
            parameters.convolutionWithoutBias(LAYER, outputs, inputs, window.kernelHeight(), window.kernelWidth());
        }
    }

    @Override
    public Kernel bind(Binding binding, Mode mode, Activation in, Activation out, Slot saved) {
        return binding.convolution(LAYER, in, out, window, function);
    }

    @Override
    public String toString() {
        return "convolution of " + input + " to " + output() + " in groups: " + groups
                + (hasBias ? "" : ", without bias") + ", " + window + ", " + function;
    }
}
