package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.AddActivation;
import dev.netwright.operation.Mode;
import java.util.List;

/** {@link AddActivation}. */
final class ReferenceAdd extends ReferenceKernel implements AddActivation {
    private final ActivationFunction function;

    ReferenceAdd(
            String layer,
            Mode mode,
            ReferenceActivation left,
            ReferenceActivation right,
            ReferenceActivation output,
            ActivationFunction function) {
        super(layer, mode, List.of(left.as(output.shape()), right.as(output.shape())), output);
        this.function = function;
    }

    @Override
    public void forward() {
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> {
            double sum = inputs().stream()
                    .mapToDouble(input -> input.value().get(n, c, h, w))
                    .sum();
            y.set(n, c, h, w, Elementwise.apply(function, sum));
        });
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        g.forEach((n, c, h, w) -> {
            double derivative = readsOutput()
                    ? Elementwise.derivative(function, output().value().get(n, c, h, w))
                    : 1;
            double gradient = g.get(n, c, h, w) * derivative;
            for (ReferenceActivation input : inputs()) {
                if (input.hasGradient()) {
                    input.gradient().set(n, c, h, w, gradient);
                }
            }
        });
    }

    @Override
    boolean readsOutput() {
        return function != ActivationFunction.IDENTITY;
    }
}
