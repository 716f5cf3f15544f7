package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.runtime.kernel.LossKernel;

/** {@code loss = -sum of w[t] log p[t] / sum of w[t]} over the pixels that count. */
final class ReferencePixelCrossEntropy implements LossKernel {
    private final PixelCrossEntropy loss;
    private final PixelScores scores;
    private final double[] weights;
    private double value;

    ReferencePixelCrossEntropy(PixelCrossEntropy loss, ReferenceValue logits, double[] weights, StepInput step) {
        this.loss = loss;
        this.scores = new PixelScores(loss.target(), logits, step);
        this.weights = weights;
    }

    @Override
    public void forward() {
        double sum = 0;
        for (int n = 0; n < scores.images(); n++) {
            for (int pixel = 0; pixel < scores.pixels(); pixel++) {
                if (scores.counts(n, pixel)) {
                    int label = scores.label(n, pixel);
                    sum -= weights[label] * Math.log(scores.probability(n, label, pixel));
                }
            }
        }
        value = sum == 0 ? 0 : sum / whole();
    }

    @Override
    public void backward() {
        double whole = whole();
        for (int n = 0; n < scores.images(); n++) {
            for (int pixel = 0; pixel < scores.pixels(); pixel++) {
                for (int k = 0; k < scores.classes() && scores.counts(n, pixel); k++) {
                    int label = scores.label(n, pixel);
                    double difference = scores.probability(n, k, pixel) - (k == label ? 1 : 0);
                    scores.add(n, k, pixel, loss.weight() * weights[label] / whole * difference);
                }
            }
        }
    }

    private double whole() {
        double sum = 0;
        for (int n = 0; n < scores.images(); n++) {
            for (int pixel = 0; pixel < scores.pixels(); pixel++) {
                sum += scores.counts(n, pixel) ? weights[scores.label(n, pixel)] : 0;
            }
        }
        return sum;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public int correct() {
        return 0;
    }
}
