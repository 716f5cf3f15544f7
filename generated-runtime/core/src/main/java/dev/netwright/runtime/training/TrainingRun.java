package dev.netwright.runtime.training;

import dev.netwright.operation.Target;
import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.schedule.PlateauState;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.training.EarlyStopping.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The training loop: batches in shuffled order, forward, backward, update, and evaluation after each epoch. */
final class TrainingRun {
    private final Learner learner;
    private final Training training;
    private final StepBatches batches;
    private final EvaluatedWeights weights;
    private final BatchLoader loader;
    private final ParameterUpdate update;
    private final Optional<RunSaves> saves;
    private final BestWeights bestWeights;
    private final RunClock clock = new RunClock();
    private final List<EpochEnd> ended = new ArrayList<>();
    private RunProgress progress;
    private int steps;

    /** A run that starts or resumes at the position of {@code opened}. */
    TrainingRun(
            Learner learner,
            Training training,
            StepBatches batches,
            EvaluatedWeights weights,
            BatchLoader loader,
            ParameterUpdate update,
            OpenedRun opened) {
        this.learner = learner;
        this.training = training;
        this.batches = batches;
        this.weights = weights;
        this.loader = loader;
        this.update = update;
        this.saves = opened.saves();
        this.bestWeights = opened.best();
        this.progress = opened.progress();
    }

    /**
     * Runs the remaining epochs. The shutdown hook is registered before listeners hear that the run has started, so
     * that one that ends the program finds it saved.
     */
    RunEnd run(RunStart start) {
        saves.ifPresent(keeper -> keeper.begin(progress));
        StopReason reason;
        if (saves.isEmpty()) {
            reason = epochs(start, Runnable::run);
        } else {
            try (ShutdownSave shutdown = ShutdownSave.open(new SaveAtExit())) {
                reason = epochs(start, shutdown::step);
            }
        }
        // After the hook is removed, because a checkpoint holds the weights of the last step.
        RunEnd end = new RunEnd(
                learner.kernels().device(),
                ended,
                clock.imagesPerSecond(),
                progress.best(),
                reason,
                progress.epoch(),
                keptBest());
        notifyListeners(listener -> listener.ended(end));
        return end;
    }

    /**
     * Gives the network the weights that the run keeps.
     *
     * @return the best epoch if they are its weights; empty if they are the last ones
     */
    private Optional<BestEpoch> keptBest() {
        Optional<BestEpoch> kept = progress.best().filter(best -> training.kept() == KeptEpoch.BEST);
        if (kept.isPresent() && (kept.get().epoch() != progress.epoch() || progress.batch() > 0)) {
            bestWeights.restore();
        } else {
            weights.keep();
        }
        return kept;
    }

    /** Runs all epochs. Every change of what a checkpoint holds goes through {@code turn}. */
    private StopReason epochs(RunStart start, Consumer<Runnable> turn) {
        notifyListeners(listener -> listener.started(start));
        StopReason reason = StopReason.ALL_EPOCHS;
        while (progress.epoch() < training.epochs() && reason == StopReason.ALL_EPOCHS) {
            reason = epoch(turn);
        }
        return reason;
    }

    /** Runs the rest of an epoch; {@link StopReason#ALL_EPOCHS} if the run may continue. */
    private StopReason epoch(Consumer<Runnable> turn) {
        if (isExhausted()) {
            return StopReason.NO_IMPROVEMENT;
        }
        RunClock.Lap lap = clock.lap();
        Iterator<Batch> images =
                loader.epoch(progress.epoch(), progress.batch()).iterator();
        while (images.hasNext()) {
            if (isOutOfTime()) {
                saveLast(turn);
                return StopReason.TIME_LIMIT;
            }
            Batch next = clock.waiting(images::next);
            double learningRate = learningRate(progress.step());
            turn.accept(() -> step(next, learningRate));
            reportStep();
            if (images.hasNext() && saves.isPresent() && saves.get().isDue(progress)) {
                saveLast(turn);
            }
        }
        endEpoch(turn, lap);
        return isExhausted() ? StopReason.NO_IMPROVEMENT : StopReason.ALL_EPOCHS;
    }

    /**
     * The learning rate of a step of the current epoch.
     *
     * @throws IllegalStateException if the schedule returns a negative rate or one that isn't a finite float
     */
    private double learningRate(int step) {
        RunPosition position = RunPosition.of(step, loader.batches(), training.epochs());
        double rate = training.optimizer().learningRate().at(position)
                * progress.plateau().factor();
        if (!(rate >= 0 && rate <= Float.MAX_VALUE)) {
            throw new IllegalStateException(learner.name() + ": the learning rate of step " + (step + 1)
                    + " must be at least 0 and a finite float, found " + rate + " from "
                    + training.optimizer().learningRate() + "; correct the learning rate or its schedule");
        }
        return rate;
    }

    private boolean isOutOfTime() {
        return training.timeLimit()
                .filter(limit -> clock.sinceBegin().compareTo(limit) >= 0)
                .isPresent();
    }

    private boolean isExhausted() {
        return training.earlyStopping()
                .filter(rule -> rule.endsAfter(progress.patience()))
                .isPresent();
    }

    private void step(Batch next, double learningRate) {
        long begin = System.nanoTime();
        StepBatches.Outcome found = batches.run(next, progress.step());
        double loss = found.loss();
        if (!Double.isFinite(loss)) {
            throw notFinite(loss, learningRate);
        }
        update.step(learningRate, progress.step(), progress.epoch());
        weights.afterStep(progress.step(), loader.batches());
        progress = progress.afterStep(loss, found.correct(), next.size());
        clock.stepped(next.size(), loss, learningRate, System.nanoTime() - begin);
        if (RunPoint.isAfter(progress.batch(), loader.batches())) {
            progress = progress.with(progress.history().with(point(learningRate)));
        }
        steps++;
        if (Integer.bitCount(steps) == 1) {
            requireFiniteWeights();
        }
    }

    /**
     * Checks the weights without saving them. The loss shows most NaNs and a save finds the rest; this check replaces
     * the save. It runs after each epoch and after every step whose number is a power of two, so that a broken run ends
     * early and a long one spends little time on it.
     */
    private void requireFiniteWeights() {
        FiniteCheck.firstNotFinite(learner.parameters()).ifPresent(tensor -> {
            throw new WeightsNotFiniteException(
                    learner.name(), tensor, progress, clock.lastLoss(), clock.lastLearningRate());
        });
    }

    private RunPoint point(double learningRate) {
        return progress.point(
                loader.batches(),
                training.lossAveraging(),
                accuracy(),
                learningRate,
                clock.imagesPerSecondSincePoint());
    }

    /** The share of images whose target was met; NaN for numbers and pixels, which no image meets as a whole. */
    private double accuracy() {
        Target target = learner.loss().target();
        return target instanceof Target.Numbers || target instanceof Target.PerPixel
                ? Double.NaN
                : progress.sums().accuracy();
    }

    /**
     * Saves the run before the step whose loss isn't finite, if its tensors can be saved. It has updated no parameter;
     * running statistics have seen its batches.
     */
    private LossNotFiniteException notFinite(double loss, double learningRate) {
        Optional<Path> saved = saves.filter(keeper ->
                        FiniteCheck.firstNotFinite(learner.parameters()).isEmpty())
                .map(keeper -> keeper.saveAside(progress).file());
        return new LossNotFiniteException(
                learner.name(), loss, learningRate, progress, FiniteCheck.blame(learner.parameters()), saved);
    }

    private void reportStep() {
        StepEnd step = new StepEnd(
                progress.epoch() + 1,
                training.epochs(),
                progress.batch(),
                loader.batches(),
                progress.step(),
                progress.sums().loss(training.lossAveraging()),
                clock.lastLoss(),
                accuracy(),
                clock.lastLearningRate(),
                clock.images(),
                clock.trainingSeconds(),
                clock.waitedSeconds());
        notifyListeners(listener -> listener.stepped(step));
        if (progress.batch() < loader.batches()) {
            progress.history()
                    .at(progress.step())
                    .ifPresent(point -> notifyListeners(listener -> listener.measured(point)));
        }
    }
    // The epoch's last step may precede the resumption; then the clock doesn't know its rate.
    private void endEpoch(Consumer<Runnable> turn, RunClock.Lap lap) {
        requireFiniteWeights();
        int epoch = progress.epoch() + 1;
        Optional<EpochTest> test = training.test()
                .map(images -> EpochTest.of(weights.inference(training.batch()), images, learner.loss()));
        test.ifPresent(found -> notifyListeners(listener -> listener.evaluated(epoch, found.outcome())));
        // The clock's last step may precede the epoch's end by an interruption.
        double learningRate = learningRate(progress.step() - 1);
        EpochEnd measured = new EpochEnd(
                epoch,
                progress.step(),
                progress.sums().loss(training.lossAveraging()),
                accuracy(),
                test.map(EpochTest::result),
                learningRate,
                progress.best(),
                lap.times());
        Metric metric = training.bestMetric();
        EpochEnd end = measured.withBest(BestEpoch.of(progress.best(), metric, epoch, metric.of(measured)));
        RunPoint point = progress.history()
                .at(progress.step())
                .orElseGet(() -> point(learningRate))
                .tested(end.testLoss(), end.testAccuracy());
        endEpoch(turn, end, progress.history().with(point).with(test.map(EpochTest::outcome)));
        notifyListeners(listener -> listener.measured(point));
        notifyListeners(listener -> listener.epochEnded(end));
    }

    private void endEpoch(Consumer<Runnable> turn, EpochEnd end, RunHistory history) {
        PlateauState plateau = training.plateau()
                .map(rule -> rule.after(progress.plateau(), end))
                .orElse(progress.plateau());
        Patience patience = patienceAfter(end);
        List<SavedCheckpoint> saved = new ArrayList<>();
        turn.accept(() -> {
            progress = progress.afterEpoch(end.best(), plateau, patience, history);
            ended.add(end);
            // In this order, because a missing best checkpoint can be copied from the last one.
            saves.ifPresent(keeper -> saved.add(keeper.saveLast(progress)));
            if (end.isBest()) {
                keepBest(saved);
            }
        });
        saved.forEach(this::reportSaved);
    }

    private void keepBest(List<SavedCheckpoint> saved) {
        if (saves.isPresent()) {
            SavedCheckpoint best = saves.get().saveBest(progress);
            saved.add(best);
            bestWeights.savedIn(best.file());
        } else if (training.kept() == KeptEpoch.BEST && progress.epoch() < training.epochs()) {
            bestWeights.copy();
        }
    }

    /** Forgets the state of early stopping if the run has none; a later rule may compare another metric. */
    private Patience patienceAfter(EpochEnd end) {
        return training.earlyStopping()
                .map(rule -> rule.after(progress.patience(), rule.metric().of(end)))
                .orElse(Patience.FRESH);
    }

    /** Notifies listeners after the turn, because a save at shutdown waits for the turn. */
    private void saveLast(Consumer<Runnable> turn) {
        List<SavedCheckpoint> saved = new ArrayList<>();
        turn.accept(() -> saves.ifPresent(keeper -> saved.add(keeper.saveLast(progress))));
        saved.forEach(this::reportSaved);
    }

    private void reportSaved(SavedCheckpoint saved) {
        notifyListeners(listener -> listener.saved(saved));
    }

    private void notifyListeners(Consumer<TrainingListener> event) {
        training.listeners().forEach(event);
    }

    private final class SaveAtExit implements ShutdownSave.Ending {
        @Override
        public void notifyListeners() {
            TrainingRun.this.notifyListeners(TrainingListener::interrupted);
        }

        @Override
        public Runnable save(Optional<Throwable> failure) {
            if (failure.isPresent()) {
                return notSaved(new IllegalStateException(
                        "the run has failed in the middle of a step: " + failure.get(), failure.get()));
            }
            try {
                SavedCheckpoint saved = saves.orElseThrow().saveLast(progress);
                return () -> reportSaved(saved);
            } catch (RuntimeException e) {
                return notSaved(e);
            } catch (Error e) {
                return notSaved(new IllegalStateException("the run can't be saved: " + e, e));
            }
        }

        private Runnable notSaved(RuntimeException reason) {
            return () -> TrainingRun.this.notifyListeners(listener -> listener.notSaved(reason));
        }
    }
}
