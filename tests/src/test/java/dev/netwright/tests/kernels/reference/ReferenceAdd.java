package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Add;
import java.util.List;

/** {@link Add}; both terms may be the same value. */
final class ReferenceAdd extends ReferenceKernel {
    private final ActivationFunction function;

    ReferenceAdd(Add operation, ReferenceValue left, ReferenceValue right, ReferenceValue output) {
        super(List.of(left.as(output.shape()), right.as(output.shape())), output);
        function = operation.function();
    }

    @Override
    void compute() {
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> {
            double sum = inputs().stream()
                    .mapToDouble(input -> input.value().get(n, c, h, w))
                    .sum();
            y.set(n, c, h, w, Functions.apply(function, sum));
        });
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        g.forEach((n, c, h, w) -> {
            double derivative = Functions.derivative(function, output().value().get(n, c, h, w));
            double gradient = g.get(n, c, h, w) * derivative;
            for (ReferenceValue input : inputs()) {
                if (input.hasGradient()) {
                    input.gradient().add(n, c, h, w, gradient);
                }
            }
        });
    }
}
