package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.ElementwiseActivation;
import dev.netwright.operation.Mode;

/** {@link ElementwiseActivation}. */
final class ReferenceElementwise extends ReferenceKernel implements ElementwiseActivation {
    private final ActivationFunction function;

    ReferenceElementwise(
            String layer,
            Mode mode,
            ReferenceActivation input,
            ReferenceActivation output,
            ActivationFunction function) {
        super(layer, mode, input.as(output.shape()), output);
        this.function = function;
    }

    @Override
    public void forward() {
        Tensor x = input().value();
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> y.set(n, c, h, w, Elementwise.apply(function, x.get(n, c, h, w))));
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        Tensor y = output().value();
        Tensor g = output().gradient();
        y.forEach((n, c, h, w) -> {
            double derivative = Elementwise.derivative(function, y.get(n, c, h, w));
            input().gradient().set(n, c, h, w, g.get(n, c, h, w) * derivative);
        });
    }

    @Override
    boolean readsOutput() {
        return input().hasGradient();
    }
}
