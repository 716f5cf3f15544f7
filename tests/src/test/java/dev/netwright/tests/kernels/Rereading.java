package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A value that is added to itself, copied by a concat of which it is no slice, and read once more after both. */
record Rereading(Shape images) implements Layers {
    private static final int CHANNELS = 3;

    @Override
    public Shape output() {
        return Shape.image(CHANNELS, images.height(), images.width());
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters
                .convolution("stem", CHANNELS, images.channels(), 3, 3)
                .convolution("pointwise", CHANNELS, 2 * CHANNELS, 1, 1);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Binding binding = kernels.binding();
        Activation stem = kernels.activation(output());
        kernels.add(binding.convolution("stem", input, stem, Window.square(3, 1, 1), ActivationFunction.IDENTITY));
        Activation doubled = kernels.activation(output());
        kernels.add(binding.add(
                "doubled", binding.accumulating(stem), binding.accumulating(stem), doubled, ActivationFunction.TANH));
        Activation joined = kernels.activation(Shape.image(2 * CHANNELS, images.height(), images.width()));
        kernels.add(binding.concat("joined", joined, binding.accumulating(stem), doubled));
        Activation pointwise = kernels.activation(output());
        kernels.add(binding.convolution(
                "pointwise", joined, pointwise, Window.square(1, 1, 0), ActivationFunction.SIGMOID));
        Activation sum = kernels.activation(output());
        kernels.add(binding.add("sum", stem, pointwise, sum, ActivationFunction.RELU));
        return sum;
    }
}
