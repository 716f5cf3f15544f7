package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.runtime.kernel.LossKernel;

/** {@code loss = mean of (w t log(1 + exp(-z)) + (1 - t) log(1 + exp(z)))}, which are the logarithms of p and 1 - p. */
final class ReferenceSigmoidCrossEntropy implements LossKernel {
    private final SigmoidCrossEntropy loss;
    private final ReferenceValue logits;
    private final double[] weights;
    private final StepInput step;
    private double value;
    private int correct;

    ReferenceSigmoidCrossEntropy(SigmoidCrossEntropy loss, ReferenceValue logits, double[] weights, StepInput step) {
        this.loss = loss;
        this.logits = logits;
        this.weights = weights;
        this.step = step;
    }

    @Override
    public void forward() {
        value = loss();
        correct = right();
    }

    @Override
    public void backward() {
        for (int n = 0; n < step.batch(); n++) {
            for (int k = 0; k < weights.length; k++) {
                double p = probability(n, k);
                double t = step.target(n, k);
                double slope = (1 - t) * p - weights[k] * t * (1 - p);
                logits.gradient().add(n, k, loss.weight() * slope / (step.batch() * weights.length));
            }
        }
    }

    @Override
    public double value() {
        return value;
    }

    private double loss() {
        double sum = 0;
        for (int n = 0; n < step.batch(); n++) {
            for (int k = 0; k < weights.length; k++) {
                double z = logits.value().get(n, k);
                double t = step.target(n, k);
                sum += weights[k] * t * Math.log1p(Math.exp(-z)) + (1 - t) * Math.log1p(Math.exp(z));
            }
        }
        return sum / (step.batch() * weights.length);
    }

    @Override
    public int correct() {
        return correct;
    }

    private int right() {
        int right = 0;
        for (int n = 0; n < step.batch(); n++) {
            boolean isMet = true;
            for (int k = 0; k < weights.length; k++) {
                isMet &= probability(n, k) > 0.5 == step.target(n, k) > 0.5;
            }
            right += isMet ? 1 : 0;
        }
        return right;
    }

    private double probability(int n, int k) {
        return 1 / (1 + Math.exp(-logits.value().get(n, k)));
    }
}
