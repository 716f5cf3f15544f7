package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.kernel.ConvBiasActivation;
import dev.netwright.runtime.kernel.ConvNormActivation;
import dev.netwright.runtime.kernel.NormActivation;

/** {@link ConvNormActivation} as what it stands for: a convolution, and a norm over its output in place. */
record ReferenceConvNorm(ConvBiasActivation convolution, NormActivation norm) implements ConvNormActivation {
    @Override
    public void forward() {
        convolution.forward();
        norm.forward();
    }

    @Override
    public void backward() {
        norm.backward();
    }
}
