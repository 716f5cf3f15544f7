package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.LayerScale;

/** {@link LayerScale}, as its formula says. */
final class ReferenceLayerScale extends ReferenceKernel {
    private final ParameterView factors;

    ReferenceLayerScale(
            LayerScale operation, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        super(input.as(output.shape()), output);
        factors = parameters.view(parameters.table().tensor(operation.name() + ".layer_scale"));
    }

    @Override
    void compute() {
        Tensor x = input().value();
        x.forEach((n, c, h, w) -> output().value().set(n, c, h, w, x.get(n, c, h, w) * factors.get(c)));
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        factors.fillGradient(0);
        g.forEach((n, c, h, w) ->
                factors.addGradient(g.get(n, c, h, w) * input().value().get(n, c, h, w), c));
        if (input().hasGradient()) {
            g.forEach((n, c, h, w) -> input().gradient().add(n, c, h, w, g.get(n, c, h, w) * factors.get(c)));
        }
    }
}
