package dev.netwright.runtime.training;

import java.util.List;

/**
 * What a run came to.
 *
 * @param device as PyTorch would name it
 * @param epochs every epoch in order
 * @param imagesPerSecond training images by the time of the training steps alone: forward, backward, update
 */
public record RunEnd(String device, List<EpochEnd> epochs, double imagesPerSecond) {
    /** Copies the list. */
    public RunEnd {
        epochs = List.copyOf(epochs);
    }

    /** The last epoch. */
    public EpochEnd last() {
        return epochs.get(epochs.size() - 1);
    }
}
