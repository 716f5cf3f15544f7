package dev.netwright.runtime.training;

import java.util.Optional;

/**
 * Where a run stands between two steps: what it has to know, beside parameters and optimizer state, to go on.
 *
 * @param step number of steps taken
 * @param epoch number of epochs ended, evaluation included
 * @param batch number of batches learned in the epoch that comes next
 * @param sums of those batches
 * @param best the best epoch so far; empty before the first has ended
 */
record RunProgress(int step, int epoch, int batch, EpochSums sums, Optional<BestEpoch> best) {
    static final RunProgress START = new RunProgress(0, 0, 0, EpochSums.NONE, Optional.empty());

    /** After one more batch. */
    RunProgress afterStep(double meanLoss, int correct, int images) {
        return new RunProgress(step + 1, epoch, batch + 1, sums.plus(meanLoss, correct, images), best);
    }

    /** After an epoch's last batch and its evaluation. */
    RunProgress afterEpoch(Optional<BestEpoch> newBest) {
        return new RunProgress(step, epoch + 1, 0, EpochSums.NONE, newBest);
    }
}
