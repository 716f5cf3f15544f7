package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ConvolutionNorm;

/** {@link ConvolutionNorm} as what it stands for: a convolution, and a norm of its output. */
final class ReferenceConvolutionNorm extends ReferenceKernel {
    private final ReferenceConvolution convolution;
    private final ReferenceRunningNorm norm;

    ReferenceConvolutionNorm(
            ConvolutionNorm operation, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        super(input, output);
        ReferenceValue sums = ReferenceValue.withoutGradient(output.value().batch(), output.shape());
        convolution = new ReferenceConvolution(operation.convolution(), input, sums, parameters);
        norm = new ReferenceRunningNorm(operation.norm().with(operation.function()), sums, output, parameters);
    }

    @Override
    void compute() {
        convolution.compute();
        norm.compute();
    }

    @Override
    void differentiate() {
        norm.differentiate();
    }
}
