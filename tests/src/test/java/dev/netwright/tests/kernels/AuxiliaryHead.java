package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/** A trunk with a second loss halfway, of which inference has none. */
record AuxiliaryHead(Shape images, double weight) implements Layers {
    private static final Window WINDOW = Window.square(3, 1, 1);

    @Override
    public Shape output() {
        return WindowedShape.floor(images, 3, WINDOW);
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters
                .convolution("early", 3, images.channels(), 3, 3)
                .linear("auxiliary", TestNetwork.CLASSES, output().size())
                .convolution("late", 3, 3, 3, 3);
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Binding binding = kernels.binding();
        Activation early = kernels.activation(output());
        kernels.add(binding.convolution("early", input, early, WINDOW, ActivationFunction.RELU));
        kernels.auxiliaryHead("auxiliary", binding.accumulating(early), TestNetwork.CLASSES, weight);
        Activation late = kernels.activation(output());
        kernels.add(binding.convolution("late", early, late, WINDOW, ActivationFunction.RELU));
        return late;
    }
}
