package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution of 1x1, a norm, one of 3x3, another norm and the mean of each map: every sum of a norm runs over batch and map. */
record NormedChain(Shape images, int channels, NormSettings norm, ActivationFunction function) implements Layers {
    @Override
    public Shape output() {
        return Shape.image(channels, 1, 1);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters
                .convolutionWithoutBias("first", channels, images.channels(), 1, 1)
                .norm("norm1", channels)
                .convolutionWithoutBias("second", channels, channels, 3, 3)
                .norm("norm2", channels);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Shape map = Shape.image(channels, images.height(), images.width());
        Activation first = kernels.activation(map);
        Activation second = kernels.activation(map);
        ConvolutionAndNorm.bind(
                kernels, "first", "norm1", input, first, Window.square(1, 1, 0), norm, ActivationFunction.IDENTITY);
        ConvolutionAndNorm.bind(kernels, "second", "norm2", first, second, Window.square(3, 1, 1), norm, function);
        Binding binding = kernels.binding();
        Activation means = kernels.activation(output());
        kernels.add(binding.pool(
                "mean", second, means, PoolKind.AVERAGE, Window.of(images.height(), images.width(), 1, 1, 0, 0)));
        return means;
    }
}
