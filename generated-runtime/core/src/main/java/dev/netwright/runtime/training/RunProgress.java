package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.schedule.PlateauState;
import dev.netwright.runtime.training.EarlyStopping.Patience;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Position of a run between two steps: everything but parameters and optimizer state that the rest of the run depends
 * on.
 *
 * @param step number of steps taken
 * @param epoch number of epochs ended, evaluation included
 * @param batch number of batches learned in the current epoch
 * @param sums sums over those batches
 * @param best the best epoch so far; empty before the first has ended
 * @param plateau state of the learning rate's reduction on plateaus
 * @param patience state of early stopping
 * @param history what has been reported
 */
record RunProgress(
        int step,
        int epoch,
        int batch,
        EpochSums sums,
        Optional<BestEpoch> best,
        PlateauState plateau,
        Patience patience,
        RunHistory history) {
    static final RunProgress START = new RunProgress(
            0, 0, 0, EpochSums.NONE, Optional.empty(), PlateauState.START, Patience.FRESH, RunHistory.NONE);

    /** The position after one more batch. */
    RunProgress afterStep(double meanLoss, int correct, int images) {
        if (step == Integer.MAX_VALUE) {
            throw new IllegalStateException("a run has at most " + step + " steps; start a new run from its weights");
        }
        return new RunProgress(
                step + 1, epoch, batch + 1, sums.plus(meanLoss, correct, images), best, plateau, patience, history);
    }

    /** The position after an epoch's last batch and its evaluation. */
    RunProgress afterEpoch(
            Optional<BestEpoch> newBest, PlateauState newPlateau, Patience newPatience, RunHistory newHistory) {
        return new RunProgress(step, epoch + 1, 0, EpochSums.NONE, newBest, newPlateau, newPatience, newHistory);
    }

    RunProgress with(RunHistory newHistory) {
        return new RunProgress(step, epoch, batch, sums, best, plateau, patience, newHistory);
    }

    /** The point of the curves after the last step. */
    RunPoint point(int batches, LossAveraging averaging, double accuracy, double learningRate, double imagesPerSecond) {
        return new RunPoint(
                step,
                epoch + (double) batch / batches,
                sums.loss(averaging),
                accuracy,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                learningRate,
                imagesPerSecond,
                Instant.now());
    }

    /** Forgets the best epoch, so that only later epochs count. */
    RunProgress withoutBest() {
        return new RunProgress(step, epoch, batch, sums, Optional.empty(), plateau, patience, history);
    }

    /** The position as text by key; doubles keep all their digits, so that {@link #of} restores them exactly. */
    Map<String, String> toText() {
        Map<String, String> text = new TreeMap<>();
        text.put("step", Integer.toString(step));
        text.put("epoch", Integer.toString(epoch));
        text.put("batch", Integer.toString(batch));
        text.put("sums.loss_over_images", Double.toString(sums.lossOverImages()));
        text.put("sums.loss_over_batches", Double.toString(sums.lossOverBatches()));
        text.put("sums.correct", Integer.toString(sums.correct()));
        text.put("sums.images", Integer.toString(sums.images()));
        text.put("sums.batches", Integer.toString(sums.batches()));
        best.ifPresent(found -> {
            text.put("best.metric", found.metric().name());
            text.put("best.epoch", Integer.toString(found.epoch()));
            text.put("best.value", Double.toString(found.value()));
        });
        text.put("plateau.best", Double.toString(plateau.best()));
        text.put("plateau.bad_epochs", Integer.toString(plateau.badEpochs()));
        text.put("plateau.cooldown", Integer.toString(plateau.cooldown()));
        text.put("plateau.factor", Double.toString(plateau.factor()));
        text.put("patience.reference", Double.toString(patience.reference()));
        text.put("patience.waited", Integer.toString(patience.waited()));
        history.addTo(text);
        return text;
    }

    /** Parses what {@link #toText} wrote. */
    static RunProgress of(CheckpointState state) {
        EpochSums sums = new EpochSums(
                state.number("sums.loss_over_images"),
                state.number("sums.loss_over_batches"),
                state.count("sums.correct"),
                state.count("sums.images"),
                state.count("sums.batches"));
        Optional<BestEpoch> best = state.text("best.metric")
                .map(metric -> new BestEpoch(
                        state.constant("best.metric", Metric.class),
                        state.count("best.epoch"),
                        state.number("best.value")));
        return new RunProgress(
                state.count("step"),
                state.count("epoch"),
                state.count("batch"),
                sums,
                best,
                new PlateauState(
                        state.number("plateau.best"),
                        state.count("plateau.bad_epochs"),
                        state.count("plateau.cooldown"),
                        state.number("plateau.factor")),
                new Patience(state.number("patience.reference"), state.count("patience.waited")),
                RunHistory.of(state));
    }
}
