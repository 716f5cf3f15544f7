package dev.netwright.runtime.training;

import java.util.Optional;

/**
 * What came of one fold of a cross-validation.
 *
 * @param fold the number of the fold, from 1 on
 * @param trainingImages number of images that the network was trained on
 * @param evaluation the trained network's predictions for the images of the fold
 * @param loss mean of the spec's loss on the images of the fold, without label smoothing, weights and auxiliary heads; at
 *     least 0
 * @param last the last epoch of training; empty if none ended
 */
public record FoldOutcome(int fold, int trainingImages, Evaluation evaluation, double loss, Optional<EpochEnd> last) {
    /** {@return the number of images that the network was evaluated on} */
    public int images() {
        return evaluation.images();
    }
}
