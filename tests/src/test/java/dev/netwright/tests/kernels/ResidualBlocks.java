package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import dev.netwright.operation.Window;

/**
 * A residual block with an identity shortcut and one with a projection, the activation after each sum; at inference the first
 * sum is computed in place of its left term.
 */
record ResidualBlocks(Shape images, NormSettings norm, ActivationFunction function) implements Layers {
    private static final int NARROW = 4;
    private static final int WIDE = 6;
    private static final Window HALVING = Window.square(3, 2, 1);

    @Override
    public Shape output() {
        return WindowedShape.floor(images, WIDE, HALVING);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters
                .convolution("stem", NARROW, images.channels(), 3, 3)
                .convolutionWithoutBias("inner1", NARROW, NARROW, 3, 3)
                .norm("norm1", NARROW)
                .convolution("inner2", NARROW, NARROW, 3, 3)
                .convolutionWithoutBias("halving", WIDE, NARROW, 3, 3)
                .norm("norm2", WIDE)
                .convolution("shortcut", WIDE, NARROW, 1, 1);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Activation stem = kernels.activation(WindowedShape.floor(images, NARROW, Window.square(3, 1, 1)));
        kernels.add(
                kernels.binding().convolution("stem", input, stem, Window.square(3, 1, 1), ActivationFunction.RELU));
        return projected(kernels, identity(kernels, stem));
    }

    private Activation identity(KernelSequence kernels, Activation stem) {
        Binding binding = kernels.binding();
        Window window = Window.square(3, 1, 1);
        Activation first = kernels.activation(stem.shape());
        ConvolutionAndNorm.bind(
                kernels, "inner1", "norm1", binding.accumulating(stem), first, window, norm, ActivationFunction.RELU);
        Slot slot = kernels.slot();
        Activation second = kernels.activation(stem.shape(), slot);
        kernels.add(binding.convolution("inner2", first, second, window, ActivationFunction.IDENTITY));
        Activation sum = kernels.activation(stem.shape(), kernels.isTraining() ? kernels.slot() : slot);
        kernels.add(binding.add("sum1", second, stem, sum, function));
        return sum;
    }

    private Activation projected(KernelSequence kernels, Activation input) {
        Binding binding = kernels.binding();
        Activation halved = kernels.activation(output());
        ConvolutionAndNorm.bind(
                kernels,
                "halving",
                "norm2",
                binding.accumulating(input),
                halved,
                HALVING,
                norm,
                ActivationFunction.IDENTITY);
        Activation shortcut = kernels.activation(output());
        kernels.add(
                binding.convolution("shortcut", input, shortcut, Window.square(1, 2, 0), ActivationFunction.IDENTITY));
        Activation sum = kernels.activation(output());
        kernels.add(binding.add("sum2", halved, shortcut, sum, function));
        return sum;
    }
}
