package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.Linear;
import dev.netwright.operation.Mode;

/** The sums of {@link Linear} over images read in the logical order, whatever their layout. */
final class ReferenceLinear extends ReferenceKernel implements Linear {
    private final ActivationFunction function;
    private final ParameterView weight;
    private final Bias bias;

    ReferenceLinear(
            String layer,
            Mode mode,
            ReferenceActivation input,
            ReferenceActivation output,
            ActivationFunction function,
            ReferenceParameters parameters) {
        super(layer, mode, input, output);
        this.function = function;
        weight = parameters.view(parameters.table().weight(layer));
        bias = Bias.of(layer, parameters);
    }

    @Override
    public void forward() {
        Tensor x = input().value();
        Tensor y = output().value();
        for (int n = 0; n < y.batch(); n++) {
            for (int o = 0; o < y.imageSize(); o++) {
                double sum = bias.get(o);
                for (int i = 0; i < x.imageSize(); i++) {
                    sum += x.get(n, i) * weight.get(o, i);
                }
                y.set(n, o, Elementwise.apply(function, sum));
            }
        }
    }

    @Override
    void differentiate() {
        weight.fillGradient(0);
        bias.fillGradient(0);
        if (input().hasGradient()) {
            input().gradient().fill(0);
        }
        Tensor g = output().gradient();
        for (int n = 0; n < g.batch(); n++) {
            for (int o = 0; o < g.imageSize(); o++) {
                double derivative = readsOutput()
                        ? Elementwise.derivative(function, output().value().get(n, o))
                        : 1;
                differentiate(n, o, g.get(n, o) * derivative);
            }
        }
    }

    private void differentiate(int n, int o, double gradient) {
        Tensor x = input().value();
        bias.addGradient(gradient, o);
        for (int i = 0; i < x.imageSize(); i++) {
            weight.addGradient(gradient * x.get(n, i), o, i);
            if (input().hasGradient()) {
                input().gradient().add(n, i, gradient * weight.get(o, i));
            }
        }
    }

    @Override
    boolean readsOutput() {
        return function != ActivationFunction.IDENTITY;
    }
}
