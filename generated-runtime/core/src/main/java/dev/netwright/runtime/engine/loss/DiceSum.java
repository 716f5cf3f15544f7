package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.PixelDice;
import dev.netwright.operation.Target;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * {@link PixelDice}. With {@code U = sum of p + sum of h + 1} of an image and class:
 * {@code dice = (2 sum of h p + 1) / U}, {@code loss = 1 - sum over n and k of w[k] dice[n, k] / (N sum of w)},
 * {@code g[k] = -w[k] / (N sum of w) (2 h[k] - dice[n, k]) / U[n, k]}, {@code gradLogits[k] = weight p[k] (g[k] - sum over j of p[j] g[j])}.
 */
final class DiceSum extends BatchLoss {
    private final double weight;
    private final double[] shares;
    private final Target.PerPixel target;
    private final int pixels;
    private final SoftmaxRow row;

    /** The probabilities of one image, in the order of its logits; those of ignored pixels aren't read. */
    private final double[] probabilities;

    private final double[] common;
    private final double[] sizes;
    private final double[] slopes;

    DiceSum(PixelDice loss, int batch, double... weights) {
        super(batch, loss.target());
        weight = loss.weight();
        double whole = batch * DoubleStream.of(weights).sum();
        shares = DoubleStream.of(weights).map(each -> each / whole).toArray();
        target = loss.target();
        pixels = target.pixels();
        row = new SoftmaxRow(weights.length, pixels);
        probabilities = new double[outputs()];
        common = new double[weights.length];
        sizes = new double[weights.length];
        slopes = new double[weights.length];
    }

    @Override
    double differentiate(float... logits) {
        PixelTargets.require(target, targets());
        double loss = 1;
        for (int n = 0; n < batch(); n++) {
            add(logits, n);
            for (int k = 0; k < shares.length; k++) {
                loss -= shares[k] * dice(k);
            }
            for (int pixel = 0; pixel < pixels; pixel++) {
                differentiate(n, pixel);
            }
        }
        return loss;
    }

    private int label(int n, int pixel) {
        return (int) targets()[n * pixels + pixel];
    }

    /** Adds up the sums over an image's pixels. */
    private void add(float[] logits, int n) {
        Arrays.fill(common, 0);
        Arrays.fill(sizes, 0);
        for (int pixel = 0; pixel < pixels; pixel++) {
            int label = label(n, pixel);
            if (label == Target.PerPixel.IGNORED) {
                continue;
            }
            row.read(logits, n * outputs() + pixel);
            for (int k = 0; k < shares.length; k++) {
                double p = row.probability(k);
                probabilities[k * pixels + pixel] = p;
                sizes[k] += p;
            }
            common[label] += probabilities[label * pixels + pixel];
            sizes[label]++;
        }
    }

    private double dice(int k) {
        return (2 * common[k] + 1) / (sizes[k] + 1);
    }

    private void differentiate(int n, int pixel) {
        int label = label(n, pixel);
        boolean isIgnored = label == Target.PerPixel.IGNORED;
        double mean = 0;
        for (int k = 0; k < shares.length && !isIgnored; k++) {
            slopes[k] = -shares[k] * ((k == label ? 2 : 0) - dice(k)) / (sizes[k] + 1);
            mean += probabilities[k * pixels + pixel] * slopes[k];
        }
        for (int k = 0; k < shares.length; k++) {
            int place = k * pixels + pixel;
            gradient()[n * outputs() + place] =
                    isIgnored ? 0 : (float) (weight * probabilities[place] * (slopes[k] - mean));
        }
    }
}
