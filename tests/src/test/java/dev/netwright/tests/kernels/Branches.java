package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.PoolKind;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * Branches as Inception has them, and what it hasn't: the first branch's slice is read before the concat runs, and the last
 * branch is no slice, so that it has to be copied.
 */
record Branches(Shape images, PoolKind poolKind) implements Layers {
    private static final int STEM = 4;
    private static final int POINTWISE = 3;
    private static final int DEEP = 5;
    private static final int LATE = 2;

    @Override
    public Shape output() {
        return withChannels(POINTWISE + STEM + DEEP + LATE);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters
                .convolution("stem", STEM, images.channels(), 3, 3)
                .convolution("pointwise", POINTWISE, STEM, 1, 1)
                .convolution("reduce", 2, STEM, 1, 1)
                .convolution("deep", DEEP, 2, 5, 3)
                .convolution("late", LATE, POINTWISE, 3, 3);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Binding binding = kernels.binding();
        Activation stem = kernels.activation(withChannels(STEM));
        kernels.add(binding.convolution("stem", input, stem, Window.square(3, 1, 1), ActivationFunction.RELU));

        Activation joined = kernels.activation(output());
        Activation pointwise = binding.slice(joined, 0, withChannels(POINTWISE));
        kernels.add(binding.convolution(
                "pointwise",
                binding.accumulating(stem),
                pointwise,
                Window.square(1, 1, 0),
                ActivationFunction.SIGMOID));

        Activation pooled = binding.slice(joined, POINTWISE, withChannels(STEM));
        kernels.add(binding.pool("pooled", binding.accumulating(stem), pooled, poolKind, Window.square(3, 1, 1)));

        Activation reduced = kernels.activation(withChannels(2));
        kernels.add(binding.convolution("reduce", stem, reduced, Window.square(1, 1, 0), ActivationFunction.RELU));
        Activation deep = binding.slice(joined, POINTWISE + STEM, withChannels(DEEP));
        Window tall = Window.of(5, 3, 1, 1, 2, 1);
        kernels.add(binding.convolution("deep", reduced, deep, tall, ActivationFunction.RELU));

        Activation late = kernels.activation(withChannels(LATE));
        kernels.add(binding.convolution(
                "late", binding.accumulating(pointwise), late, Window.square(3, 1, 1), ActivationFunction.TANH));
        kernels.add(binding.concat("joined", joined, pointwise, pooled, deep, late));
        return joined;
    }

    private Shape withChannels(int channels) {
        return Shape.image(channels, images.height(), images.width());
    }
}
