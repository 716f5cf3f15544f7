package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Convolution;
import dev.netwright.operation.Window;

/** The sums of {@link Convolution} as they stand there, over every pair of an output and a place of its window. */
final class ReferenceConvolution extends ReferenceKernel {
    private final Window window;
    private final ActivationFunction function;
    private final ParameterView weight;
    private final Bias bias;
    private final int outputsPerGroup;
    private final int inputsPerGroup;

    ReferenceConvolution(
            Convolution operation, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        super(input, output);
        window = operation.window();
        function = operation.function();
        weight = parameters.view(parameters.table().weight(operation.name()));
        bias = Bias.of(operation.name(), parameters);
        inputsPerGroup = input.shape().channels() / operation.groups();
        outputsPerGroup = output.shape().channels() / operation.groups();
    }

    @Override
    void compute() {
        Tensor y = output().value();
        y.fill(0);
        overWindows((n, o, i, j, c, u, v, d, h, w) ->
                y.add(n, o, i, j, weight.get(o, c, u, v) * input().value().get(n, d, h, w)));
        y.forEach((n, o, i, j) -> y.set(n, o, i, j, Functions.apply(function, y.get(n, o, i, j) + bias.get(o))));
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        weight.fillGradient(0);
        bias.fillGradient(0);
        g.forEach((n, o, i, j) -> {
            double derivative = Functions.derivative(function, output().value().get(n, o, i, j));
            g.set(n, o, i, j, g.get(n, o, i, j) * derivative);
            bias.addGradient(g.get(n, o, i, j), o);
        });
        overWindows((n, o, i, j, c, u, v, d, h, w) ->
                weight.addGradient(g.get(n, o, i, j) * input().value().get(n, d, h, w), o, c, u, v));
        if (input().hasGradient()) {
            overWindows((n, o, i, j, c, u, v, d, h, w) ->
                    input().gradient().add(n, d, h, w, weight.get(o, c, u, v) * g.get(n, o, i, j)));
        }
    }

    /** Output place n, o, i, j meets weight o, c, u, v and input place n, d, h, w. */
    private interface WindowVisitor {
        void visit(int n, int o, int i, int j, int c, int u, int v, int d, int h, int w);
    }

    private void overWindows(WindowVisitor visitor) {
        Tensor x = input().value();
        output().value().forEach((n, o, i, j) -> {
            int firstChannel = o / outputsPerGroup * inputsPerGroup;
            for (int u = 0; u < window.kernelHeight(); u++) {
                int h = i * window.strideHeight() + u * window.dilationHeight() - window.paddingHeight();
                for (int v = 0; v < window.kernelWidth(); v++) {
                    int w = j * window.strideWidth() + v * window.dilationWidth() - window.paddingWidth();
                    if (h >= 0 && h < x.height() && w >= 0 && w < x.width()) {
                        for (int c = 0; c < inputsPerGroup; c++) {
                            visitor.visit(n, o, i, j, c, u, v, firstChannel + c, h, w);
                        }
                    }
                }
            }
        });
    }
}
