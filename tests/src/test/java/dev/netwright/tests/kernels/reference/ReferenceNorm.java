package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.NormActivation;
import dev.netwright.operation.RunningVariance;

/** The training half of {@link NormActivation}, the mean first and then the squares of what is left. */
final class ReferenceNorm extends ReferenceKernel implements NormActivation {
    private final NormParameters parameters;
    private final double momentum;
    private final RunningVariance runningVariance;
    private final ActivationFunction function;
    private final double[] mean;
    private final double[] deviation;

    ReferenceNorm(
            String norm,
            ReferenceActivation input,
            ReferenceActivation output,
            NormParameters parameters,
            double momentum,
            RunningVariance runningVariance,
            ActivationFunction function) {
        super(norm, Mode.TRAINING, input.as(output.shape()), output);
        this.parameters = parameters;
        this.momentum = momentum;
        this.runningVariance = runningVariance;
        this.function = function;
        mean = new double[output.shape().channels()];
        deviation = new double[output.shape().channels()];
    }

    @Override
    public void forward() {
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
            y.set(n, c, h, w, Elementwise.apply(function, normal));
        });
    }

    @Override
    void differentiate() {
        Tensor g = output().gradient();
        double[] gradGamma = new double[mean.length];
        double[] gradBeta = new double[mean.length];
        g.forEach((n, c, h, w) -> {
            double derivative = readsOutput()
                    ? Elementwise.derivative(function, output().value().get(n, c, h, w))
                    : 1;
            g.set(n, c, h, w, g.get(n, c, h, w) * derivative);
            gradBeta[c] += g.get(n, c, h, w);
            gradGamma[c] += g.get(n, c, h, w) * normalized(n, c, h, w);
        });
        parameters.setGradients(gradGamma, gradBeta);
        if (input().hasGradient()) {
            g.forEach((n, c, h, w) -> {
                double rest =
                        g.get(n, c, h, w) - gradBeta[c] / values() - normalized(n, c, h, w) * gradGamma[c] / values();
                input().gradient().set(n, c, h, w, parameters.gamma(c) / deviation[c] * rest);
            });
        }
    }

    @Override
    boolean readsOutput() {
        return function != ActivationFunction.IDENTITY;
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
