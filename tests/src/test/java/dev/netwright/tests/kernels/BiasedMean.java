package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A convolution of 3x3 with bias and the mean of each map. */
record BiasedMean(Shape images, int channels, ActivationFunction function) implements Layers {
    @Override
    public Shape output() {
        return Shape.image(channels, 1, 1);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters.convolution("first", channels, images.channels(), 3, 3);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Binding binding = kernels.binding();
        Activation values = kernels.activation(Shape.image(channels, images.height(), images.width()));
        Activation means = kernels.activation(output());
        kernels.add(binding.convolution("first", input, values, Window.square(3, 1, 1), function));
        kernels.add(binding.pool(
                "mean", values, means, PoolKind.AVERAGE, Window.of(images.height(), images.width(), 1, 1, 0, 0)));
        return means;
    }
}
