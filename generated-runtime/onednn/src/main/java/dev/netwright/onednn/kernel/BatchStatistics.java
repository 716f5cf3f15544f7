package dev.netwright.onednn.kernel;

import dev.netwright.onednn.step.Pieces;
import java.util.Arrays;

/**
 * Mean and variance of each channel of a batch from those of its pieces, and what follows from them, in double:
 * {@code mean = mean of m}, {@code var = mean of (v + (m - mean)^2)}. They last from forward to backward.
 */
public final class BatchStatistics {
    private final Pieces pieces;
    private final double epsilon;
    private final double[] means;
    private final double[] mean;
    private final double[] variance;
    private final double[] gradientOfScale;
    private final double[] gradientOfShift;

    BatchStatistics(Pieces pieces, double epsilon) {
        this.pieces = pieces;
        this.epsilon = epsilon;
        means = new double[pieces.count()];
        mean = new double[pieces.filledChannels()];
        variance = new double[mean.length];
        gradientOfScale = new double[mean.length];
        gradientOfShift = new double[mean.length];
    }

    /**
     * Takes what the library found of each piece. Its mean may be off by some units in the last place, which would be much for a channel
     * of one value or far from 0; what is left shows in the normalized values, whose mean should be 0.
     *
     * @param found each piece's mean
     * @param variances each piece's mean squared distance from it
     * @param rests each piece's mean of {@code (x - found) / sqrt(variance + epsilon)}
     */
    void combine(float[] found, float[] variances, float... rests) {
        int piecesOfChannel = pieces.count() / mean.length;
        Arrays.fill(mean, 0);
        Arrays.fill(variance, 0);
        for (int i = 0; i < means.length; i++) {
            means[i] = rests[i] * Math.sqrt(variances[i] + epsilon);
        }
        int place = 0;
        for (int block = 0; block < pieces.blocks(); block++) {
            int first = pieces.firstChannel(block);
            for (int lane = 0; lane < pieces.width(); lane++) {
                double rest = means[place];
                means[place] = found[place] + rest;
                mean[first + lane] += means[place];
                variance[first + lane] += variances[place] - rest * rest;
                place++;
            }
        }
        for (int c = 0; c < mean.length; c++) {
            mean[c] /= piecesOfChannel;
        }
        place = 0;
        for (int block = 0; block < pieces.blocks(); block++) {
            int first = pieces.firstChannel(block);
            for (int lane = 0; lane < pieces.width(); lane++) {
                double distance = means[place++] - mean[first + lane];
                variance[first + lane] += distance * distance;
            }
        }
        for (int c = 0; c < mean.length; c++) {
            variance[c] = Math.max(0, variance[c] / piecesOfChannel);
        }
    }

    double mean(int channel) {
        return mean[channel];
    }

    double variance(int channel) {
        return variance[channel];
    }

    /** {@code 1 / sqrt(var + epsilon)}. */
    double inverseDeviation(int channel) {
        return 1 / Math.sqrt(variance[channel] + epsilon);
    }

    /** How far the mean is from the float with which the library computes, in deviations. */
    double normalizedRest(int channel) {
        return (mean[channel] - (float) mean[channel]) * inverseDeviation(channel);
    }

    /**
     * Takes the two sums of each piece, over gradients g of the output.
     *
     * @param products of {@code g (x - mean) / deviation}, with the mean as a float
     * @param sums of g
     */
    void combineGradients(float[] products, float... sums) {
        Arrays.fill(gradientOfScale, 0);
        Arrays.fill(gradientOfShift, 0);
        pieces.addTo(gradientOfScale, products);
        pieces.addTo(gradientOfShift, sums);
        for (int c = 0; c < gradientOfScale.length; c++) {
            gradientOfScale[c] -= normalizedRest(c) * gradientOfShift[c];
        }
    }

    /** {@code sum of g (x - mean) / deviation}. */
    double gradientOfScale(int channel) {
        return gradientOfScale[channel];
    }

    /** {@code sum of g}. */
    double gradientOfShift(int channel) {
        return gradientOfShift[channel];
    }
}
