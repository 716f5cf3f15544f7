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
 * Where a run stands between two steps: what it has to know, beside parameters and optimizer state, to go on.
 *
 * @param step number of steps taken
 * @param epoch number of epochs ended, evaluation included
 * @param batch number of batches learned in the epoch that comes next
 * @param sums of those batches
 * @param best the best epoch so far; empty before the first has ended
 * @param plateau what the reduction of the learning rate on plateaus knows
 * @param patience what early stopping knows
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

    /** After one more batch. */
    RunProgress afterStep(double meanLoss, int correct, int images) {
        if (step == Integer.MAX_VALUE) {
            throw new IllegalStateException("a run has at most " + step + " steps; begin another with its weights");
        }
        return new RunProgress(
                step + 1, epoch, batch + 1, sums.plus(meanLoss, correct, images), best, plateau, patience, history);
    }

    /** After an epoch's last batch and its evaluation. */
    RunProgress afterEpoch(
            Optional<BestEpoch> newBest, PlateauState newPlateau, Patience newPatience, RunHistory newHistory) {
        return new RunProgress(step, epoch + 1, 0, EpochSums.NONE, newBest, newPlateau, newPatience, newHistory);
    }

    RunProgress with(RunHistory newHistory) {
        return new RunProgress(step, epoch, batch, sums, best, plateau, patience, newHistory);
    }

    /** A point of the curves after the last step. */
    RunPoint point(int batches, LossAveraging averaging, double learningRate, double imagesPerSecond) {
        return new RunPoint(
                step,
                epoch + (double) batch / batches,
                sums.loss(averaging),
                sums.accuracy(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                learningRate,
                imagesPerSecond,
                Instant.now());
    }

    /** The best of the epochs that come is looked for anew. */
    RunProgress withoutBest() {
        return new RunProgress(step, epoch, batch, sums, Optional.empty(), plateau, patience, history);
    }

    /** By key; the decimal digits of a double give the same bits when they are read. */
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

    /** What {@link #toText} wrote. */
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
