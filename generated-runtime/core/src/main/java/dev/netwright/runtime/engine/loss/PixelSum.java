package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.Target;

/**
 * {@link PixelCrossEntropy}. With {@code S = sum of w[t]} over the pixels of the batch that have a class:
 * {@code loss = -sum of w[t] log p[t] / S}, {@code gradLogits[k] = weight w[t] / S (p[k] - onehot(t)[k])}.
 *
 * <p>If S is 0, so are the loss and the gradient; PyTorch divides by 0.
 */
final class PixelSum extends BatchLoss {
    private final double weight;
    private final double[] weights;
    private final Target.PerPixel target;
    private final int pixels;
    private final SoftmaxRow row;

    PixelSum(PixelCrossEntropy loss, int batch, double... weights) {
        super(batch, loss.target());
        this.weight = loss.weight();
        this.weights = weights;
        target = loss.target();
        pixels = target.pixels();
        row = new SoftmaxRow(weights.length, pixels);
    }

    @Override
    double differentiate(float... logits) {
        PixelTargets.require(target, targets());
        double whole = 0;
        for (float label : targets()) {
            whole += label == Target.PerPixel.IGNORED ? 0 : weights[(int) label];
        }
        double share = whole == 0 ? 0 : 1 / whole;
        double sum = 0;
        for (int place = 0; place < targets().length; place++) {
            int label = (int) targets()[place];
            int first = place / pixels * outputs() + place % pixels;
            if (label == Target.PerPixel.IGNORED) {
                clear(first);
            } else {
                sum -= weights[label] * differentiate(logits, first, label, weight * weights[label] * share);
            }
        }
        return sum * share;
    }

    private void clear(int first) {
        for (int k = 0; k < weights.length; k++) {
            gradient()[first + k * pixels] = 0;
        }
    }

    /** Writes the gradient of a pixel, and returns the logarithm of its class's probability. */
    private double differentiate(float[] logits, int first, int label, double factor) {
        row.read(logits, first);
        for (int k = 0; k < weights.length; k++) {
            double difference = k == label ? -row.complement(label) : row.probability(k);
            gradient()[first + k * pixels] = (float) (factor * difference);
        }
        return row.logProbability(logits[first + label * pixels]);
    }
}
