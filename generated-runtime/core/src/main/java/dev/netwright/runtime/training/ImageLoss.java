package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.runtime.engine.loss.BatchLoss;
import dev.netwright.runtime.kernel.LossWeights;

/** A network's loss of single images, without label smoothing, weights and auxiliary heads, computed in double precision. */
public final class ImageLoss {
    private final boolean isCrossEntropy;
    private final BatchLoss loss;
    private final float[] values;

    private ImageLoss(Loss loss) {
        isCrossEntropy = loss instanceof SoftmaxCrossEntropy;
        this.loss = BatchLoss.of(loss, 1, 0, LossWeights.NONE);
        values = new float[loss.target().outputs()];
    }

    /**
     * The loss of single images.
     *
     * @param loss the network's
     * @return its value for any image
     */
    public static ImageLoss of(Loss loss) {
        return new ImageLoss(loss);
    }

    /**
     * The loss of an image.
     *
     * @param targets array that holds the image's target
     * @param first index of the target's first value
     * @param outputs array that holds the network's outputs
     * @param offset index of the image's first output
     * @return the loss, at least 0
     */
    public double of(float[] targets, int first, float[] outputs, int offset) {
        if (isCrossEntropy) {
            return Classification.crossEntropy((int) targets[first], outputs, offset, values.length);
        }
        System.arraycopy(targets, first, loss.targets(), 0, loss.targets().length);
        System.arraycopy(outputs, offset, values, 0, values.length);
        loss.compute(values);
        return loss.value();
    }
}
