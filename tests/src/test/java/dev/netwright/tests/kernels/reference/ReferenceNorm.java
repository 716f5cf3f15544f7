package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.BatchNorm;
import dev.netwright.operation.RunningVariance;

/** The training half of {@link BatchNorm}, the mean first and then the squares of what is left. */
final class ReferenceNorm extends ReferenceKernel {
    private final NormParameters parameters;
    private final double momentum;
    private final RunningVariance runningVariance;
    private final ActivationFunction function;
    private final double[] mean;
    private final double[] deviation;

    ReferenceNorm(BatchNorm operation, ReferenceValue input, ReferenceValue output, ReferenceParameters parameters) {
        super(input.as(output.shape()), output);
        this.parameters = new NormParameters(operation, parameters);
        momentum = operation.momentum();
        runningVariance = operation.runningVariance();
        function = operation.function();
        mean = new double[output.shape().channels()];
        deviation = new double[output.shape().channels()];
    }

    @Override
    void compute() {
        Tensor x = input().value();
        double[] sums = new double[mean.length];
        x.forEach((n, c, h, w) -> sums[c] += x.get(n, c, h, w));
        double[] squares = new double[mean.length];
        x.forEach((n, c, h, w) -> squares[c] += Math.pow(x.get(n, c, h, w) - sums[c] / values(), 2));
        for (int c = 0; c < mean.length; c++) {
            mean[c] = sums[c] / values();
            deviation[c] = Math.sqrt(squares[c] / values() + parameters.epsilon());
            int divisor = runningVariance == RunningVariance.UNBIASED ? values() - 1 : values();
            parameters.move(c, momentum, mean[c], squares[c] / divisor);
        }
        Tensor y = output().value();
        y.forEach((n, c, h, w) -> {
            double normal = parameters.gamma(c) * normalized(n, c, h, w) + parameters.beta(c);
            y.set(n, c, h, w, Functions.apply(function, normal));
        });
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        double[] gradGamma = new double[mean.length];
        double[] gradBeta = new double[mean.length];
        g.forEach((n, c, h, w) -> {
            double derivative = Functions.derivative(function, output().value().get(n, c, h, w));
            g.set(n, c, h, w, g.get(n, c, h, w) * derivative);
            gradBeta[c] += g.get(n, c, h, w);
            gradGamma[c] += g.get(n, c, h, w) * normalized(n, c, h, w);
        });
        parameters.setGradients(gradGamma, gradBeta);
        if (input().hasGradient()) {
            g.forEach((n, c, h, w) -> {
                double rest =
                        g.get(n, c, h, w) - gradBeta[c] / values() - normalized(n, c, h, w) * gradGamma[c] / values();
                input().gradient().add(n, c, h, w, parameters.gamma(c) / deviation[c] * rest);
            });
        }
    }

    private double normalized(int n, int c, int h, int w) {
        return (input().value().get(n, c, h, w) - mean[c]) / deviation[c];
    }

    /** Values in each channel of a batch. */
    private int values() {
        return output().value().batch()
                * output().shape().height()
                * output().shape().width();
    }
}
