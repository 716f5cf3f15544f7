package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.BatchNorm;

/** The inference half of {@link BatchNorm}, which a frozen norm has in training as well: nothing before it wants a gradient. */
final class ReferenceRunningNorm extends ReferenceKernel {
    private final NormParameters parameters;
    private final ActivationFunction function;

    ReferenceRunningNorm(
            BatchNorm operation, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        super(input.as(output.shape()), output);
        this.parameters = new NormParameters(operation, parameters);
        function = operation.function();
    }

    @Override
    void compute() {
        Tensor x = input().value();
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> {
            double normal = parameters.applyRunning(c, x.get(n, c, h, w));
            y.set(n, c, h, w, Functions.apply(function, normal));
        });
    }

    @Override
    void differentiate() {}
}
