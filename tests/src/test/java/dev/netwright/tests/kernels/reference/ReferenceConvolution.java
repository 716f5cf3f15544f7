package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.ActivationFunction;
import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.Window;

/** The sums of {@link ConvBiasActivation} as they stand there, over every pair of an output and a place of its window. */
final class ReferenceConvolution extends ReferenceKernel implements ConvBiasActivation {
    private final Window window;
    private final ActivationFunction function;
    private final ParameterView weight;
    private final ParameterView bias;

    ReferenceConvolution(
            String layer,
            Mode mode,
            ReferenceActivation input,
            ReferenceActivation output,
            Window window,
            ActivationFunction function,
            ReferenceParameters parameters) {
        super(layer, mode, input, output);
        this.window = window;
        this.function = function;
        weight = parameters.view(parameters.table().weight(layer));
        bias = parameters.view(parameters.table().bias(layer));
    }

    @Override
    public void forward() {
        Tensor y = output().value();
        y.fill(0);
        overWindows((n, o, i, j, c, u, v, h, w) ->
                y.add(n, o, i, j, weight.get(o, c, u, v) * input().value().get(n, c, h, w)));
        overOutputs((n, o, i, j) -> y.set(n, o, i, j, Elementwise.apply(function, y.get(n, o, i, j) + bias.get(o))));
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        weight.fillGradient(0);
        bias.fillGradient(0);
        overOutputs((n, o, i, j) -> {
            if (function != ActivationFunction.IDENTITY) {
                double derivative =
                        Elementwise.derivative(function, output().value().get(n, o, i, j));
                g.set(n, o, i, j, g.get(n, o, i, j) * derivative);
            }
            bias.addGradient(g.get(n, o, i, j), o);
        });
        overWindows((n, o, i, j, c, u, v, h, w) ->
                weight.addGradient(g.get(n, o, i, j) * input().value().get(n, c, h, w), o, c, u, v));
        if (input().hasGradient()) {
            Tensor gradInput = input().gradient();
            gradInput.fill(0);
            overWindows((n, o, i, j, c, u, v, h, w) ->
                    gradInput.add(n, c, h, w, weight.get(o, c, u, v) * g.get(n, o, i, j)));
        }
    }

    @Override
    boolean readsOutput() {
        return function != ActivationFunction.IDENTITY;
    }

    private interface OutputVisitor {
        void visit(int n, int o, int i, int j);
    }

    private interface WindowVisitor {
        void visit(int n, int o, int i, int j, int c, int u, int v, int h, int w);
    }

    private void overOutputs(OutputVisitor visitor) {
        Tensor y = output().value();
        for (int n = 0; n < y.batch(); n++) {
            for (int i = 0; i < y.height(); i++) {
                for (int j = 0; j < y.width(); j++) {
                    for (int o = 0; o < y.channels(); o++) {
                        visitor.visit(n, o, i, j);
                    }
                }
            }
        }
    }

    private void overWindows(WindowVisitor visitor) {
        Tensor x = input().value();
        overOutputs((n, o, i, j) -> {
            for (int u = 0; u < window.kernelHeight(); u++) {
                int h = i * window.strideHeight() + u - window.paddingHeight();
                for (int v = 0; v < window.kernelWidth(); v++) {
                    int w = j * window.strideWidth() + v - window.paddingWidth();
                    if (h >= 0 && h < x.height() && w >= 0 && w < x.width()) {
                        for (int c = 0; c < x.channels(); c++) {
                            visitor.visit(n, o, i, j, c, u, v, h, w);
                        }
                    }
                }
            }
        });
    }
}
