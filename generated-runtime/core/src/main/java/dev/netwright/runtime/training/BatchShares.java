package dev.netwright.runtime.training;

import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.Loss;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.runtime.kernel.LossWeights;

/**
 * What a batch counts among those of one step, so that the step has the loss and gradient of all its images at once. With n of the step's N
 * images, a batch counts
 *
 * <ul>
 *   <li>{@code n / N} in a mean over images,
 *   <li>{@code sum of its w[t] / sum of the step's w[t]} in a mean that is weighted by classes t, or leaves out pixels,
 *   <li>1 in a sum over images.
 * </ul>
 */
final class BatchShares {
    private final Kind kind;
    private final double[] weights;
    private final int values;

    private enum Kind {
        MEAN,
        WEIGHTED_MEAN,
        SUM
    }

    private BatchShares(Kind kind, double[] weights, int values) {
        this.kind = kind;
        this.weights = weights;
        this.values = values;
    }

    /**
     * The shares of batches in a loss.
     *
     * @param loss the loss that training minimizes
     * @param weights of its classes or labels
     */
    static BatchShares of(Loss loss, LossWeights weights) {
        Kind kind = loss.accept(new Loss.PartialVisitor<>() {
            @Override
            public Kind softmaxCrossEntropy(SoftmaxCrossEntropy entropy) {
                return weights.isNone() ? Kind.MEAN : Kind.WEIGHTED_MEAN;
            }

            @Override
            public Kind focalLoss(FocalLoss focal) {
                return weights.isNone() ? Kind.MEAN : Kind.WEIGHTED_MEAN;
            }

            @Override
            public Kind pixelCrossEntropy(PixelCrossEntropy entropy) {
                return Kind.WEIGHTED_MEAN;
            }

            @Override
            public Kind squaredError(SquaredError error) {
                return Kind.SUM;
            }

            @Override
            public Kind other(Loss other) {
                return Kind.MEAN;
            }
        });
        return new BatchShares(
                kind, weights.ofOutputs(loss.target().labels()), loss.target().values());
    }

    /**
     * The share of a batch.
     *
     * @param targets the targets of the step's images
     * @param size number of the step's images
     * @param first the batch's first image
     * @param count number of the batch's images
     * @return at least 0; 0 if no image of the step has a weight
     */
    double of(float[] targets, int size, int first, int count) {
        return switch (kind) {
            case SUM -> 1;
            case MEAN -> (double) count / size;
            case WEIGHTED_MEAN -> {
                double whole = weight(targets, 0, size);
                yield whole == 0 ? 0 : weight(targets, first, count) / whole;
            }
        };
    }

    private double weight(float[] targets, int first, int count) {
        double sum = 0;
        for (int i = first * values; i < (first + count) * values; i++) {
            // The loss reports a target that is no class; one below 0 is a pixel that doesn't count.
            boolean isClass = targets[i] >= 0 && targets[i] < weights.length;
            sum += isClass ? weights[(int) targets[i]] : 0;
        }
        return sum;
    }
}
