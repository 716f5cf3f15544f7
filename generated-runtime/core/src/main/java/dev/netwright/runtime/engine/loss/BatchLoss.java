package dev.netwright.runtime.engine.loss;

import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.Loss;
import dev.netwright.operation.MeanError;
import dev.netwright.operation.PixelCrossEntropy;
import dev.netwright.operation.PixelDice;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.SquaredError;
import dev.netwright.operation.Target;
import dev.netwright.runtime.kernel.LossWeights;

/**
 * The loss of a batch and its gradient, computed in double precision by one thread, so that equal inputs give equal bits. It allocates
 * nothing after its construction.
 */
public abstract sealed class BatchLoss permits WeightedCrossEntropy, FocalSum, SigmoidSum, PixelSum, DiceSum, ErrorSum {
    private final int batch;
    private final int outputs;
    private final float[] targets;
    private final float[] gradient;

    /** The number of images whose target was met by {@link #differentiate}. */
    int correct;

    private double value;

    BatchLoss(int batch, Target target) {
        this.batch = batch;
        outputs = target.outputs();
        targets = new float[Math.multiplyExact(batch, target.values())];
        gradient = new float[Math.multiplyExact(batch, outputs)];
    }

    /**
     * The host's computation of a loss.
     *
     * @param loss any loss
     * @param batch images in a batch, at least 1
     * @param labelSmoothing of a softmax cross-entropy, from 0 to below 1; other losses have none
     * @param weights of the outputs, or of the classes of pixels; none for numbers
     * @return its computation
     * @throws IllegalArgumentException if the number of weights isn't that of the outputs
     */
    public static BatchLoss of(Loss loss, int batch, double labelSmoothing, LossWeights weights) {
        int outputs = loss.target().labels();
        return loss.accept(new Loss.Visitor<>() {
            @Override
            public BatchLoss softmaxCrossEntropy(SoftmaxCrossEntropy entropy) {
                return new WeightedCrossEntropy(entropy, batch, labelSmoothing, weights.ofOutputs(outputs));
            }

            @Override
            public BatchLoss focalLoss(FocalLoss focal) {
                return new FocalSum(focal, batch, weights.ofOutputs(outputs));
            }

            @Override
            public BatchLoss sigmoidCrossEntropy(SigmoidCrossEntropy entropy) {
                return new SigmoidSum(entropy, batch, weights.ofOutputs(outputs));
            }

            @Override
            public BatchLoss pixelCrossEntropy(PixelCrossEntropy entropy) {
                return new PixelSum(entropy, batch, weights.ofOutputs(outputs));
            }

            @Override
            public BatchLoss pixelDice(PixelDice dice) {
                return new DiceSum(dice, batch, weights.ofOutputs(outputs));
            }

            @Override
            public BatchLoss meanError(MeanError error) {
                return ErrorSum.mean(error, batch);
            }

            @Override
            public BatchLoss squaredError(SquaredError error) {
                return ErrorSum.squared(error, batch);
            }
        });
    }

    /**
     * What the outputs are compared with; the caller fills it.
     *
     * @return the same array at every call, with the target's values of each image: the number of its class, 0 or 1 for each label, numbers,
     *     or the class of each pixel
     */
    public final float[] targets() {
        return targets;
    }

    /**
     * Computes the loss and the gradient.
     *
     * @param values outputs of the network, a row for each image
     */
    public final void compute(float... values) {
        correct = 0;
        value = differentiate(values);
    }

    /** Writes the gradient, counts the images whose target is met, and returns the loss. */
    abstract double differentiate(float... values);

    /**
     * The gradient of the last batch.
     *
     * @return the same array at every call: the gradient by each output, times the weight of the loss among several
     */
    public final float[] gradient() {
        return gradient;
    }

    /**
     * The loss of the last batch.
     *
     * @return without the weight of the loss among several
     */
    public final double value() {
        return value;
    }

    /**
     * Images of the last batch whose target was met.
     *
     * @return how many have their class as the largest output, or all of their labels and no other above a probability of one half; 0 for
     *     numbers and pixels
     */
    public final int correct() {
        return correct;
    }

    final int batch() {
        return batch;
    }

    final int outputs() {
        return outputs;
    }
}
