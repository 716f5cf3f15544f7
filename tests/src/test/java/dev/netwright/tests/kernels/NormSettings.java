package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.operation.ActivationFunction;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.operation.RunningVariance;

/** The numbers of a batch norm. */
record NormSettings(double epsilon, double momentum, RunningVariance runningVariance) {
    /** PyTorch's. */
    static final NormSettings DEFAULT = new NormSettings(1e-5, 0.1, RunningVariance.UNBIASED);

    /** Binds a norm in a program of either mode. */
    NormActivation bind(
            KernelSequence kernels, String norm, Activation input, Activation output, ActivationFunction function) {
        return kernels.isTraining()
                ? kernels.binding().norm(norm, input, output, epsilon, momentum, runningVariance, function)
                : kernels.binding().norm(norm, input, output, epsilon, function);
    }
}
