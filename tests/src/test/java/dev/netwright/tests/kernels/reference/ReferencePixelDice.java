package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.PixelDice;
import dev.netwright.runtime.kernel.LossKernel;
import java.util.stream.DoubleStream;

/** {@code loss = 1 - sum of w (2 sum of h p + 1) / (sum of p + sum of h + 1) / (N sum of w)}, derived by each probability and then by each logit. */
final class ReferencePixelDice implements LossKernel {
    private final PixelDice loss;
    private final PixelScores scores;
    private final double[] weights;
    private double value;

    ReferencePixelDice(PixelDice loss, ReferenceValue logits, double[] weights, StepInput step) {
        this.loss = loss;
        this.scores = new PixelScores(loss.target(), logits, step);
        this.weights = weights;
    }

    @Override
    public void forward() {
        value = 1;
        for (int n = 0; n < scores.images(); n++) {
            for (int k = 0; k < scores.classes(); k++) {
                value -= share(k) * (2 * common(n, k) + 1) / (sizes(n, k) + 1);
            }
        }
    }

    @Override
    public void backward() {
        for (int n = 0; n < scores.images(); n++) {
            double[][] byProbability = new double[scores.classes()][scores.pixels()];
            for (int k = 0; k < scores.classes(); k++) {
                double above = 2 * common(n, k) + 1;
                double below = sizes(n, k) + 1;
                for (int pixel = 0; pixel < scores.pixels(); pixel++) {
                    double h = scores.label(n, pixel) == k ? 1 : 0;
                    byProbability[k][pixel] = -share(k) * (2 * h * below - above) / (below * below);
                }
            }
            for (int pixel = 0; pixel < scores.pixels(); pixel++) {
                if (scores.counts(n, pixel)) {
                    addByLogits(n, pixel, byProbability);
                }
            }
        }
    }

    /** The derivative of p[j] by logit k is {@code p[j] ((j == k) - p[k])}. */
    private void addByLogits(int n, int pixel, double[][] byProbability) {
        for (int k = 0; k < scores.classes(); k++) {
            for (int j = 0; j < scores.classes(); j++) {
                double jByLogit =
                        scores.probability(n, j, pixel) * ((j == k ? 1 : 0) - scores.probability(n, k, pixel));
                scores.add(n, k, pixel, loss.weight() * byProbability[j][pixel] * jByLogit);
            }
        }
    }

    private double share(int k) {
        return weights[k] / (scores.images() * DoubleStream.of(weights).sum());
    }

    private double common(int n, int k) {
        double sum = 0;
        for (int pixel = 0; pixel < scores.pixels(); pixel++) {
            sum += scores.label(n, pixel) == k ? scores.probability(n, k, pixel) : 0;
        }
        return sum;
    }

    private double sizes(int n, int k) {
        double sum = 0;
        for (int pixel = 0; pixel < scores.pixels(); pixel++) {
            if (scores.counts(n, pixel)) {
                sum += scores.probability(n, k, pixel) + (scores.label(n, pixel) == k ? 1 : 0);
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
