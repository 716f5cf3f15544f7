package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A kernel behind a pointwise convolution, whose weight's gradient shows that of the kernel's input; for large maps. */
record BehindConvolution(KernelUnderTest kernel) implements Layers {
    private static final int PLANES = 2;

    @Override
    public Shape images() {
        return Shape.image(PLANES, kernel.input().height(), kernel.input().width());
    }

    @Override
    public Shape output() {
        return kernel.output();
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters.convolutionWithoutBias("source", kernel.input().channels(), PLANES, 1, 1);
        kernel.describe(parameters);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation images) {
        Activation input = kernels.activation(kernel.input());
        Activation output = kernels.activation(kernel.output());
        kernels.add(kernels.binding()
                .convolution("source", images, input, Window.square(1, 1, 0), ActivationFunction.IDENTITY));
        Mode mode = kernels.isTraining() ? Mode.TRAINING : Mode.INFERENCE;
        kernels.add(kernel.bind(kernels.binding(), mode, input, output, kernels.slot()));
        return output;
    }
}
