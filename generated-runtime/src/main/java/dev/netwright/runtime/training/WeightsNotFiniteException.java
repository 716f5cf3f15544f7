package dev.netwright.runtime.training;

/** A tensor of a network that learns holds a NaN or an infinity, which the loss doesn't show: a rectifier makes 0 of a NaN. */
public final class WeightsNotFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WeightsNotFiniteException(String network, String tensor, RunProgress at, double loss, double learningRate) {
        super(network + ": after step " + at.step() + " (batch " + at.batch() + " of epoch " + (at.epoch() + 1)
                + ") the first tensor with a value that isn't finite is " + tensor + ", though the loss, " + loss
                + ", doesn't show it. The learning rate was " + learningRate
                + ": choose a lower one, warm up to it, or clip gradients (Training.clipGradientNorm)."
                + " Neither network nor checkpoint is made of it; a checkpoint from before is as it was");
    }
}
