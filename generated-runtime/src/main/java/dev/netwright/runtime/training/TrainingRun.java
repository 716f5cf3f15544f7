package dev.netwright.runtime.training;

import dev.netwright.runtime.data.Batch;
import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.schedule.PlateauState;
import dev.netwright.runtime.schedule.RunPosition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The training loop: batches in shuffled order, forward, backward, update, and after each epoch the test images. */
final class TrainingRun {
    private final Learner learner;
    private final Training training;
    private final int batch;
    private final Workspace workspace;
    private final BatchLoader loader;
    private final ParameterUpdate update;
    private final RunClock clock = new RunClock();
    private final List<EpochEnd> ended = new ArrayList<>();
    private RunProgress progress = RunProgress.START;

    TrainingRun(
            Learner learner,
            Training training,
            int batch,
            Workspace workspace,
            BatchLoader loader,
            ParameterUpdate update) {
        this.batch = batch;
        this.learner = learner;
        this.training = training;
        this.workspace = workspace;
        this.loader = loader;
        this.update = update;
    }

    RunEnd run() {
        while (progress.epoch() < training.epochs()) {
            epoch();
        }
        RunEnd end = new RunEnd(
                learner.kernels().device(), ended, clock.imagesPerSecond(), progress.best(), StopReason.ALL_EPOCHS);
        training.listeners().forEach(listener -> listener.ended(end));
        return end;
    }

    private void epoch() {
        RunClock.Lap lap = clock.lap();
        double learningRate = 0;
        Iterator<Batch> batches =
                loader.epoch(progress.epoch(), progress.batch()).iterator();
        while (batches.hasNext()) {
            Batch next = clock.waiting(batches::next);
            learningRate = learningRate();
            step(next, learningRate);
        }
        endEpoch(learningRate, lap);
    }

    private double learningRate() {
        RunPosition position = new RunPosition(progress.step(), loader.batches(), training.epochs() * loader.batches());
        return training.optimizer().learningRate().at(position)
                * progress.plateau().factor();
    }

    private void step(Batch next, double learningRate) {
        long begin = System.nanoTime();
        TrainingSession session = workspace.training(next.size());
        session.load(next.images(), next.labels(), progress.step());
        session.program().forward();
        session.program().backward();
        update.step(learningRate, progress.step(), progress.epoch());
        double loss = session.program().loss();
        progress = progress.afterStep(loss, session.program().correct(), next.size());
        clock.stepped(next.size(), System.nanoTime() - begin);
        StepEnd step = new StepEnd(
                progress.epoch() + 1,
                training.epochs(),
                progress.batch(),
                loader.batches(),
                progress.step(),
                progress.sums().loss(training.lossAveraging()),
                loss,
                progress.sums().accuracy(),
                learningRate,
                clock.images(),
                clock.trainingSeconds(),
                clock.waitedSeconds());
        training.listeners().forEach(listener -> listener.stepped(step));
    }

    private void endEpoch(double learningRate, RunClock.Lap lap) {
        int epoch = progress.epoch() + 1;
        Optional<TestResult> test = training.test().map(images -> {
            TestEvaluation evaluation = TestEvaluation.of(workspace.inference(batch), images, learner.classes());
            training.listeners().forEach(listener -> listener.evaluated(epoch, evaluation.outcome()));
            return evaluation.result();
        });
        EpochEnd measured = new EpochEnd(
                epoch,
                progress.step(),
                progress.sums().loss(training.lossAveraging()),
                progress.sums().accuracy(),
                test,
                learningRate,
                progress.best(),
                lap.times());
        Metric metric = training.bestMetric();
        EpochEnd end = measured.withBest(BestEpoch.of(progress.best(), metric, epoch, metric.of(measured)));
        PlateauState plateau = training.plateau()
                .map(rule -> rule.after(progress.plateau(), end))
                .orElse(progress.plateau());
        progress = progress.afterEpoch(end.best(), plateau);
        ended.add(end);
        training.listeners().forEach(listener -> listener.epochEnded(end));
    }
}
