package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.FocalLoss;

/**
 * {@link FocalLoss}. With {@code q = p[n, t[n]]} and {@code S = sum over n of w[t[n]]}:
 * {@code loss = -sum over n of w[t[n]] (1 - q)^gamma log q / S},
 * {@code gradLogits[n, k] = weight w[t[n]] / S ((1 - q)^gamma - gamma q (1 - q)^(gamma - 1) log q) (p[n, k] - onehot(t[n])[k])}.
 *
 * <p>If S is 0, so are the loss and the gradient.
 */
final class FocalSum extends BatchLoss {
    private final double weight;
    private final double gamma;
    private final double[] weights;
    private final SoftmaxRow row;

    FocalSum(FocalLoss loss, int batch, double... weights) {
        super(batch, loss.target());
        this.weight = loss.weight();
        this.gamma = loss.gamma();
        this.weights = weights;
        row = new SoftmaxRow(outputs());
    }

    @Override
    double differentiate(float... logits) {
        double whole = 0;
        for (int n = 0; n < batch(); n++) {
            whole += weights[(int) targets()[n]];
        }
        double share = whole == 0 ? 0 : 1 / whole;
        double sum = 0;
        for (int n = 0; n < batch(); n++) {
            int label = (int) targets()[n];
            sum += weights[label] * differentiate(logits, n * outputs(), label, weights[label] * share);
        }
        return sum * share;
    }

    private double differentiate(float[] logits, int first, int label, double share) {
        row.read(logits, first);
        correct += row.largest() == label ? 1 : 0;
        double rest = row.complement(label);
        double log = row.logProbability(logits[first + label]);
        double focus = Math.pow(rest, gamma);
        double factor = focus - slope(rest) * row.probability(label) * log;
        for (int k = 0; k < outputs(); k++) {
            double difference = k == label ? -rest : row.probability(k);
            gradient()[first + k] = (float) (weight * share * factor * difference);
        }
        return -focus * log;
    }

    /** {@code gamma (1 - q)^(gamma - 1)}; where this is infinite, the logarithm beside it is 0, and so is their product's limit. */
    private double slope(double rest) {
        return gamma == 0 || rest == 0 ? 0 : gamma * Math.pow(rest, gamma - 1);
    }
}
