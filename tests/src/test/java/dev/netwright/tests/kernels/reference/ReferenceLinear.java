package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Linear;

/** The sums of {@link Linear} over images read in the logical order, whatever their layout. */
final class ReferenceLinear extends ReferenceKernel {
    private final ActivationFunction function;
    private final ParameterView weight;
    private final Bias bias;

    ReferenceLinear(Linear operation, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        super(input, output);
        function = operation.function();
        weight = parameters.view(parameters.table().weight(operation.name()));
        bias = Bias.of(operation.name(), parameters);
    }

    @Override
    void compute() {
        Tensor x = input().value();
        Tensor y = output().value();
        for (int n = 0; n < y.batch(); n++) {
            for (int o = 0; o < y.imageSize(); o++) {
                double sum = bias.get(o);
                for (int i = 0; i < x.imageSize(); i++) {
                    sum += x.get(n, i) * weight.get(o, i);
                }
                y.set(n, o, Functions.apply(function, sum));
            }
        }
    }

    @Override
    void differentiate() {
        weight.fillGradient(0);
        bias.fillGradient(0);
        Tensor g = output().gradient();
        for (int n = 0; n < g.batch(); n++) {
            for (int o = 0; o < g.imageSize(); o++) {
                double derivative =
                        Functions.derivative(function, output().value().get(n, o));
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
}
