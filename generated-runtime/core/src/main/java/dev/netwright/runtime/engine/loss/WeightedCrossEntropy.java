package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.SoftmaxCrossEntropy;

/**
 * {@link SoftmaxCrossEntropy} with weights of the classes. With {@code a[n, k] = w[k] q[n, k]}, {@code A[n] = sum over k of a[n, k]} and
 * {@code S = sum over n of w[t[n]]}:
 * {@code loss = -sum over n and k of a[n, k] log p[n, k] / S}, {@code gradLogits[n, k] = weight (A[n] p[n, k] - a[n, k]) / S}.
 *
 * <p>If S is 0, so are the loss and the gradient; PyTorch divides by 0.
 */
final class WeightedCrossEntropy extends BatchLoss {
    private final double weight;
    private final double smoothing;
    private final double[] weights;
    private final SoftmaxRow row;

    WeightedCrossEntropy(SoftmaxCrossEntropy loss, int batch, double smoothing, double... weights) {
        super(batch, loss.target());
        this.weight = loss.weight();
        this.smoothing = smoothing;
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
            sum += differentiate(logits, n * outputs(), (int) targets()[n], share);
        }
        return sum * share;
    }

    private double differentiate(float[] logits, int first, int label, double share) {
        row.read(logits, first);
        correct += row.largest() == label ? 1 : 0;
        double all = 0;
        for (int k = 0; k < outputs(); k++) {
            all += target(k, label);
        }
        double loss = 0;
        for (int k = 0; k < outputs(); k++) {
            double part = target(k, label);
            loss -= part == 0 ? 0 : part * row.logProbability(logits[first + k]);
            gradient()[first + k] = (float) (weight * share * (all * row.probability(k) - part));
        }
        return loss;
    }

    private double target(int k, int label) {
        return weights[k] * (smoothing / outputs() + (k == label ? 1 - smoothing : 0));
    }
}
