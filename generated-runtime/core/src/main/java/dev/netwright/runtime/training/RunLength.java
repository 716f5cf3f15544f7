package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;

/**
 * Checks whether a run can be resumed with another number of epochs. The run must not have learned more epochs than
 * that, and the learning rates so far must be the same in a run of the new length. A cosine or one-cycle schedule
 * depends on the run's length, so its rates would jump.
 */
final class RunLength {
    /** Longer runs are sampled with a stride. */
    private static final int MOST_STEPS = 1_000_000;

    private RunLength() {}

    /**
     * Checks the number of epochs.
     *
     * @param progress position of the checkpoint's run
     * @throws ResumeException if the run can't be resumed with this number of epochs
     */
    static void require(CheckpointState state, RunProgress progress, Training training, int batches) {
        int learned = progress.epoch() + (progress.batch() > 0 ? 1 : 0);
        if (training.epochs() < learned) {
            throw new ResumeException(
                    state.file(),
                    "learned epoch",
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
                        before + ", and its learning rate depends on that number: step " + (step + 1) + " had " + old
                                + ", with " + now + " epochs it would have had " + other,
                        now + " epochs",
                        Fix.of("resume with " + before),
                        Fix.of("begin a new run from these weights with ", Setting.START_FROM));
            }
        }
    }
}
