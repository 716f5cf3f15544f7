package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.RunningVariance;

/** The numbers of a batch norm. */
record NormSettings(double epsilon, double momentum, RunningVariance runningVariance) {
    /** PyTorch's. */
    static final NormSettings DEFAULT = new NormSettings(1e-5, 0.1, RunningVariance.UNBIASED);

    /** Adds a norm. */
    NetworkLayersBuilder describe(NetworkLayersBuilder network, String norm) {
        return network.batchNorm(norm, epsilon, momentum, runningVariance);
    }
}
