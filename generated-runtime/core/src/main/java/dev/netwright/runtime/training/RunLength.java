package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;

/**
 * Whether a run can be resumed with another number of epochs: it can where it has learned no more than those, and where a run of that length
 * would have had the same learning rates up to here. Those of a cosine or of one cycle follow from the run's length, so that they would jump.
 */
final class RunLength {
    /** More than that are looked at in strides. */
    private static final int MOST_STEPS = 1_000_000;

    private RunLength() {}

    /**
     * Compares the lengths.
     *
     * @param progress where the checkpoint's run stands
     * @throws ResumeException if it can't be resumed with as many epochs
     */
    static void require(CheckpointState state, RunProgress progress, Training training, int batches) {
        int learned = progress.epoch() + (progress.batch() > 0 ? 1 : 0);
        if (training.epochs() < learned) {
            throw new ResumeException(
                    state.file(),
                    "learned in epoch",
                    Integer.toString(learned),
                    training.epochs() + " epochs in all",
                    Fix.of("resume with at least " + learned),
                    Fix.of("load the weights of an earlier checkpoint"));
        }
        // Version 0.1 didn't save the number of epochs.
        if (state.text(RunTerms.EPOCHS_KEY).isPresent()) {
            requireSameRates(state, progress, training, batches);
        }
    }

    private static void requireSameRates(CheckpointState state, RunProgress progress, Training training, int batches) {
        int before = state.count(RunTerms.EPOCHS_KEY);
        int now = training.epochs();
        LearningRate rate = training.optimizer().learningRate();
        int stride = 1 + progress.step() / MOST_STEPS;
        for (int step = 0; before != now && step < progress.step(); step += stride) {
            double old = rate.at(RunPosition.of(step, batches, before));
            double other = rate.at(RunPosition.of(step, batches, now));
            if (old != other) {
                throw new ResumeException(
                        state.file(),
                        RunTerms.EPOCHS,
                        before + ", and its learning rate depends on them: step " + (step + 1) + " had " + old + ", of "
                                + now + " epochs it would have had " + other,
                        now + " epochs",
                        Fix.of("resume with " + before),
                        Fix.of("begin a new run from these weights with ", Setting.START_FROM));
            }
        }
    }
}
