package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.FocalLoss;
import dev.netwright.runtime.kernel.LossKernel;

/** {@code loss = -sum of w (1 - q)^gamma log q / sum of w}, where q is the softmax's probability of an image's class. */
final class ReferenceFocalLoss implements LossKernel {
    private final FocalLoss loss;
    private final ReferenceValue logits;
    private final double[] weights;
    private final StepInput step;
    private double value;
    private int correct;

    ReferenceFocalLoss(FocalLoss loss, ReferenceValue logits, double[] weights, StepInput step) {
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
            double q = probability(n, step.label(n));
            double byLog =
                    -Math.pow(1 - q, loss.gamma()) + loss.gamma() * q * Math.pow(1 - q, loss.gamma() - 1) * Math.log(q);
            for (int k = 0; k < weights.length; k++) {
                double logByLogit = (k == step.label(n) ? 1 : 0) - probability(n, k);
                logits.gradient().add(n, k, loss.weight() * weights[step.label(n)] / whole() * byLog * logByLogit);
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
            double q = probability(n, step.label(n));
            sum -= weights[step.label(n)] * Math.pow(1 - q, loss.gamma()) * Math.log(q);
        }
        return sum / whole();
    }

    @Override
    public int correct() {
        return correct;
    }

    private int right() {
        int right = 0;
        for (int n = 0; n < step.batch(); n++) {
            int best = 0;
            for (int k = 1; k < weights.length; k++) {
                best = logits.value().get(n, k) > logits.value().get(n, best) ? k : best;
            }
            right += best == step.label(n) ? 1 : 0;
        }
        return right;
    }

    private double whole() {
        double sum = 0;
        for (int n = 0; n < step.batch(); n++) {
            sum += weights[step.label(n)];
        }
        return sum;
    }

    private double probability(int n, int k) {
        double sum = 0;
        for (int other = 0; other < weights.length; other++) {
            sum += Math.exp(logits.value().get(n, other));
        }
        return Math.exp(logits.value().get(n, k)) / sum;
    }
}
