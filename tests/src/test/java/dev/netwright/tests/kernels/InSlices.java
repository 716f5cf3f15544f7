package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Binding;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;

/**
 * One kernel from a slice of channels to another: it adds to a gradient that the concat of its input has written, and its
 * neighbours in both are others' channels.
 */
record InSlices(KernelUnderTest kernel) implements Layers {
    private static final int NEIGHBOURS = 2;
    private static final Window WINDOW = Window.square(3, 1, 1);

    @Override
    public Shape images() {
        return withChannels(2, kernel.input());
    }

    @Override
    public Shape output() {
        return withChannels(NEIGHBOURS + kernel.output().channels(), kernel.output());
    }

    @Override
    public int smallestBatch() {
        return kernel.smallestBatch();
    }

    @Override
    public void describe(ParameterTable.Builder parameters) {
        int channels = kernel.input().channels();
        if (kernel.isBlindToConstants()) {
            parameters.convolutionWithoutBias("before", channels, images().channels(), 3, 3);
        } else {
            parameters.convolution("before", channels, images().channels(), 3, 3);
        }
        parameters.convolution("neighbour", NEIGHBOURS, images().channels(), 3, 3);
        kernel.describe(parameters);
        Shape output = kernel.output();
        parameters
                .linear("mix", 3, joinedInput().size())
                .convolution("spread", NEIGHBOURS, 3, output.height(), output.width());
    }

    @Override
    public Activation bind(KernelSequence kernels, Activation images) {
        Binding binding = kernels.binding();
        Activation joinedInput = kernels.activation(joinedInput());
        Activation neighbour = binding.slice(joinedInput, 0, withChannels(NEIGHBOURS, kernel.input()));
        Activation input = binding.slice(joinedInput, NEIGHBOURS, kernel.input());
        kernels.add(binding.convolution("neighbour", images, neighbour, WINDOW, ActivationFunction.RELU));
        kernels.add(binding.convolution("before", images, input, WINDOW, ActivationFunction.IDENTITY));

        Activation whole = kernels.activation(output());
        Activation output = input;
        if (kernels.isTraining() || !kernel.isForTrainingOnly()) {
            output = binding.slice(whole, NEIGHBOURS, kernel.output());
            Mode mode = kernels.isTraining() ? Mode.TRAINING : Mode.INFERENCE;
            kernels.add(kernel.bind(binding, mode, binding.accumulating(input), output, kernels.slot()));
        }
        kernels.add(binding.concat("joinedInput", joinedInput, neighbour, input));
        Activation spread = spread(kernels, joinedInput, whole);
        kernels.add(binding.concat("joinedOutput", whole, spread, output));
        return whole;
    }

    /** Channels beside the kernel's output, made of all of the first concat. */
    private Activation spread(KernelSequence kernels, Activation joinedInput, Activation whole) {
        Binding binding = kernels.binding();
        Activation mixed = kernels.activation(Shape.features(3));
        kernels.add(binding.linear("mix", joinedInput, mixed, ActivationFunction.TANH));
        int height = kernel.output().height();
        int width = kernel.output().width();
        Window window = Window.of(height, width, 1, 1, height - 1, width - 1);
        Activation spread = binding.slice(whole, 0, withChannels(NEIGHBOURS, kernel.output()));
        kernels.add(binding.convolution("spread", mixed, spread, window, ActivationFunction.SIGMOID));
        return spread;
    }

    private Shape joinedInput() {
        return withChannels(NEIGHBOURS + kernel.input().channels(), kernel.input());
    }

    private static Shape withChannels(int channels, Shape shape) {
        return Shape.image(channels, shape.height(), shape.width());
    }

    @Override
    public String toString() {
        return kernel + " from slice to slice";
    }
}
