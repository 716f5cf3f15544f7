package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * A dense block: every layer reads all before it and appends its channels. Each concat but the last is a slice of the last,
 * and so are the inputs of each.
 */
record DenseChain(Shape images, int stem, int growth, int layers, NormSettings norm) implements Layers {
    @Override
    public Shape output() {
        return withChannels(channels(layers));
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        parameters.convolution("stem", stem, images.channels(), 3, 3);
        for (int layer = 1; layer <= layers; layer++) {
            parameters
                    .norm("norm" + layer, channels(layer - 1))
                    .convolution("layer" + layer, growth, channels(layer - 1), 3, 3);
        }
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation input) {
        Binding binding = kernels.binding();
        Activation whole = kernels.activation(output());
        Activation joined = binding.slice(whole, 0, withChannels(stem));
        kernels.add(binding.convolution("stem", input, joined, Window.square(3, 1, 1), ActivationFunction.IDENTITY));
        for (int layer = 1; layer <= layers; layer++) {
            Activation normal = kernels.activation(joined.shape());
            kernels.add(
                    norm.bind(kernels, "norm" + layer, binding.accumulating(joined), normal, ActivationFunction.RELU));
            Activation appended = binding.slice(whole, channels(layer - 1), withChannels(growth));
            kernels.add(binding.convolution(
                    "layer" + layer, normal, appended, Window.square(3, 1, 1), ActivationFunction.IDENTITY));
            Activation longer = layer == layers ? whole : binding.slice(whole, 0, withChannels(channels(layer)));
            kernels.add(binding.concat("joined" + layer, longer, joined, appended));
            joined = longer;
        }
        return joined;
    }

    /** Channels after so many layers. */
    private int channels(int count) {
        return stem + count * growth;
    }

    private Shape withChannels(int count) {
        return Shape.image(count, images.height(), images.width());
    }
}
