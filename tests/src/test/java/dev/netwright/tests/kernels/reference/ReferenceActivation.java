package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Activation;
import dev.netwright.operation.ActivationFunction;

/** {@link Activation}. */
final class ReferenceActivation extends ReferenceKernel {
    private final ActivationFunction function;

    ReferenceActivation(Activation operation, ReferenceValue input, ReferenceValue output) {
        super(input.as(output.shape()), output);
        function = operation.function();
    }

    @Override
    void compute() {
        Tensor x = input().value();
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> y.set(n, c, h, w, Functions.apply(function, x.get(n, c, h, w))));
    }

    @Override
    void differentiate() {
        if (!input().hasGradient()) {
            return;
        }
        Tensor x = input().value();
        Tensor g = output().gradient();
        x.forEach((n, c, h, w) -> {
            double derivative = Functions.derivativeOf(function, x.get(n, c, h, w));
            input().gradient().add(n, c, h, w, g.get(n, c, h, w) * derivative);
        });
    }
}
