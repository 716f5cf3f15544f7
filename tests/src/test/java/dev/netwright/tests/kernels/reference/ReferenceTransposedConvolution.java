package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.TransposedConvolution;
import dev.netwright.operation.Window;

/** The sums of {@link TransposedConvolution}, over every pair of an input pixel and a place of the window that it spreads over. */
final class ReferenceTransposedConvolution extends ReferenceKernel {
    private final Window window;
    private final ParameterView weight;
    private final Bias bias;
    private final int outputsPerGroup;
    private final int inputsPerGroup;

    ReferenceTransposedConvolution(
            TransposedConvolution operation,
            ReferenceValue input,
            ReferenceValue output,
            ReferenceParameters parameters) {
        super(input, output);
        window = operation.window();
        weight = parameters.view(parameters.table().weight(operation.name()));
        bias = Bias.of(operation.name(), parameters);
        inputsPerGroup = input.shape().channels() / operation.groups();
        outputsPerGroup = output.shape().channels() / operation.groups();
    }

    @Override
    void compute() {
        Tensor y = output().value();
        y.forEach((n, o, i, j) -> y.set(n, o, i, j, bias.get(o)));
        overPlaces((n, c, h, w, o, u, v, d, i, j) ->
                y.add(n, d, i, j, weight.get(c, o, u, v) * input().value().get(n, c, h, w)));
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        weight.fillGradient(0);
        bias.fillGradient(0);
        g.forEach((n, o, i, j) -> bias.addGradient(g.get(n, o, i, j), o));
        overPlaces((n, c, h, w, o, u, v, d, i, j) ->
                weight.addGradient(g.get(n, d, i, j) * input().value().get(n, c, h, w), c, o, u, v));
        if (input().hasGradient()) {
            overPlaces((n, c, h, w, o, u, v, d, i, j) ->
                    input().gradient().add(n, c, h, w, weight.get(c, o, u, v) * g.get(n, d, i, j)));
        }
    }

    /** Input place n, c, h, w meets weight c, o, u, v and output place n, d, i, j. */
    private interface PlaceVisitor {
        void visit(int n, int c, int h, int w, int o, int u, int v, int d, int i, int j);
    }

    private void overPlaces(PlaceVisitor visitor) {
        Tensor y = output().value();
        input().value().forEach((n, c, h, w) -> {
            int firstChannel = c / inputsPerGroup * outputsPerGroup;
            for (int u = 0; u < window.kernelHeight(); u++) {
                int i = h * window.strideHeight() + u * window.dilationHeight() - window.paddingHeight();
                for (int v = 0; v < window.kernelWidth(); v++) {
                    int j = w * window.strideWidth() + v * window.dilationWidth() - window.paddingWidth();
                    if (i >= 0 && i < y.height() && j >= 0 && j < y.width()) {
                        for (int o = 0; o < outputsPerGroup; o++) {
                            visitor.visit(n, c, h, w, o, u, v, firstChannel + o, i, j);
                        }
                    }
                }
            }
        });
    }
}
