package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.NormActivation;

/** The inference half of {@link NormActivation}; input and output may be the same. */
final class ReferenceRunningNorm extends ReferenceKernel implements NormActivation {
    private final NormParameters parameters;
    private final ActivationFunction function;

    ReferenceRunningNorm(
            String norm,
            ReferenceActivation input,
            ReferenceActivation output,
            NormParameters parameters,
            ActivationFunction function) {
        super(norm, Mode.INFERENCE, input.as(output.shape()), output);
        this.parameters = parameters;
        this.function = function;
    }

    @Override
    public void forward() {
        Tensor x = input().value();
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> {
            double normal = parameters.applyRunning(c, x.get(n, c, h, w));
            y.set(n, c, h, w, Elementwise.apply(function, normal));
        });
    }

    @Override
    void differentiate() {
        throw new IllegalStateException("running statistics aren't differentiated");
    }

    @Override
    boolean readsOutput() {
        return false;
    }
}
