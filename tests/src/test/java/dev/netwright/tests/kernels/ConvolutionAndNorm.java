package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution and its batch norm: two kernels in training, one in inference. */
record ConvolutionAndNorm(TestedConvolution convolution, NormSettings norm, ActivationFunction function)
        implements Layers {
    @Override
    public Shape images() {
        return convolution.input();
    }

    @Override
    public Shape output() {
        return convolution.output();
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        convolution.describe(parameters);
        parameters.norm("norm", convolution.outputs());
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation images) {
        Activation output = kernels.activation(output());
        bind(kernels, KernelUnderTest.LAYER, "norm", images, output, convolution.window(), norm, function);
        return output;
    }

    /** Binds a convolution and its norm as a program of either mode has them. */
    static void bind(
            KernelSequence kernels,
            String layer,
            String norm,
            Activation input,
            Activation output,
            Window window,
            NormSettings settings,
            ActivationFunction function) {
        if (kernels.isTraining()) {
            Activation sums = kernels.activation(output.shape());
            kernels.add(kernels.binding().convolution(layer, input, sums, window, ActivationFunction.IDENTITY));
            kernels.add(settings.bind(kernels, norm, sums, output, function));
        } else {
            kernels.add(kernels.binding()
                    .convolutionNorm(layer, norm, input, output, window, settings.epsilon(), function));
        }
    }
}
