package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.BatchNorm;
import dev.netwright.runtime.kernel.ParameterTable;

/** Scale, offset and running statistics of one batch norm. */
final class NormParameters {
    private final ParameterView weight;
    private final ParameterView bias;
    private final ParameterView runningMean;
    private final ParameterView runningVariance;
    private final double epsilon;

    NormParameters(BatchNorm operation, ReferenceParameters parameters) {
        ParameterTable table = parameters.table();
        String norm = operation.parameterPrefix();
        weight = parameters.view(table.weight(norm));
        bias = parameters.view(table.bias(norm).orElseThrow());
        runningMean = parameters.view(table.runningMean(norm));
        runningVariance = parameters.view(table.runningVariance(norm));
        epsilon = operation.epsilon();
    }

    double epsilon() {
        return epsilon;
    }

    double gamma(int c) {
        return weight.get(c);
    }

    double beta(int c) {
        return bias.get(c);
    }

    /** What inference makes of a value. */
    double applyRunning(int c, double x) {
        return gamma(c) * (x - runningMean.get(c)) / Math.sqrt(runningVariance.get(c) + epsilon) + beta(c);
    }

    /** Moves the running statistics of a channel towards those of a batch. */
    void move(int c, double momentum, double mean, double variance) {
        runningMean.set(c, (1 - momentum) * runningMean.get(c) + momentum * mean);
        runningVariance.set(c, (1 - momentum) * runningVariance.get(c) + momentum * variance);
    }

    void setGradients(double[] gamma, double[] beta) {
        weight.fillGradient(0);
        bias.fillGradient(0);
        for (int c = 0; c < gamma.length; c++) {
            weight.addGradient(gamma[c], c);
            bias.addGradient(beta[c], c);
        }
    }
}
