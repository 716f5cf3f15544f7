package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.AtomicFile;
import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.checkpoint.NamedShape;
import dev.netwright.runtime.checkpoint.WeightsException;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.UpdateRule;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A run that is ready for its first step, whether it starts or resumes. All of a checkpoint's state has been restored.
 *
 * @param progress position of the run
 * @param resumption facts about the checkpoint; empty if the run starts
 * @param saves writes checkpoints, if the run has a folder for them
 * @param best weights of the best epoch so far
 */
record OpenedRun(RunProgress progress, Optional<Resumption> resumption, Optional<RunSaves> saves, BestWeights best)
        implements AutoCloseable {
    /**
     * Starts or resumes a run.
     *
     * @param batches batches in an epoch
     * @throws ResumeException if the checkpoint belongs to another run
     * @throws WeightsException if the checkpoint is damaged; this is checked before anything is compared
     * @throws IllegalArgumentException if the folder holds a run, but the options don't ask to resume it
     */
    static OpenedRun of(
            Learner learner,
            Training training,
            EvaluatedWeights weights,
            ParameterUpdate update,
            int batches,
            Dataset data) {
        Optional<Path> file = ResumedFile.of(learner, training);
        if (file.isEmpty() && training.checkpoints().isEmpty()) {
            return new OpenedRun(
                    RunProgress.START,
                    Optional.empty(),
                    Optional.empty(),
                    new BestWeights(learner, weights, Optional.empty()));
        }
        RunTerms terms = RunTerms.of(training.values().with(LearningOptions.IMAGES, data), learner.kernels());
        Optional<RunSaves> saves = training.checkpoints()
                .map(when -> RunSaves.open(when, learner, weights, update, metadata(data), terms));
        try {
            return file.map(found -> resumed(found, learner, training, weights, update, batches, terms, saves))
                    .orElseGet(() -> new OpenedRun(
                            RunProgress.START,
                            Optional.empty(),
                            saves,
                            new BestWeights(learner, weights, Optional.empty())));
        } catch (RuntimeException | Error e) {
            saves.ifPresent(RunSaves::close);
            throw e;
        }
    }

    private static OpenedRun resumed(
            Path file,
            Learner learner,
            Training training,
            EvaluatedWeights weights,
            ParameterUpdate update,
            int batches,
            RunTerms terms,
            Optional<RunSaves> saves) {
        CheckpointState state = ResumedFile.read(file, learner);
        List<String> differences = new ArrayList<>(terms.differences(state));
        RunProgress progress = RunProgress.of(state);
        RunLength.require(state, progress, training, batches);
        UpdateRule rule = training.optimizer().rule();
        if (FormerOptimizers.computedBefore(rule, state)) {
            differences.add(
                    "not bit-equal to a run without a stop: the optimizer was computed by ND4J and is by PyTorch's formula");
            restore(
                    file,
                    learner,
                    weights,
                    update,
                    kept -> new OptimizerState(FormerOptimizers.kind(rule, kept.kind()), kept.parameter()));
        } else {
            restore(file, learner, weights, update, UnaryOperator.identity());
        }
        Optional<Path> best = best(file, learner, training, progress);
        progress = comparable(progress, training, best, differences);
        SavedCheckpoint saved = new SavedCheckpoint(file, progress.step(), progress.epoch() + 1, progress.batch());
        RunHistory reported =
                progress.batch() == batches ? progress.history().before(progress.step()) : progress.history();
        return new OpenedRun(
                progress,
                Optional.of(new Resumption(saved, differences, reported.points(), reported.outcome())),
                saves,
                new BestWeights(learner, weights, best));
    }

    /** The file with the weights of the best epoch so far, copied into the run's folder if it has one. */
    private static Optional<Path> best(Path file, Learner learner, Training training, RunProgress progress) {
        if (progress.best().isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> own = training.checkpoints().map(Checkpoints::best);
        Optional<Path> found = Stream.of(
                        own,
                        Optional.of(Checkpoints.in(ResumedFile.folderOf(file)).best()),
                        Optional.of(file))
                .flatMap(Optional::stream)
                .filter(candidate -> isOf(candidate, learner, progress.best().get()))
                .findFirst();
        if (found.isPresent() && own.isPresent() && !own.equals(found)) {
            copy(found.get(), own.get());
            return own;
        }
        return found;
    }

    private static boolean isOf(Path candidate, Learner learner, BestEpoch best) {
        try {
            CheckpointState state = CheckpointFile.verifiedState(candidate, learner.expected());
            RunProgress there = RunProgress.of(state);
            return there.batch() == 0
                    && there.epoch() == best.epoch()
                    && there.best().equals(Optional.of(best));
        } catch (WeightsException | UncheckedIOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) {
        AtomicFile.replace(to, target -> {
            try (FileChannel source = FileChannel.open(from)) {
                for (long done = 0; done < source.size(); ) {
                    done += source.transferTo(done, source.size() - done, target);
                }
            }
        });
    }

    /** Drops the best epoch if its weights are missing or another metric chose it. */
    private static RunProgress comparable(
            RunProgress progress, Training training, Optional<Path> best, List<String> differences) {
        if (progress.best().isEmpty()) {
            return progress;
        }
        BestEpoch before = progress.best().get();
        boolean isSameMetric = before.metric() == training.bestMetric();
        if (best.isPresent() && isSameMetric) {
            return progress;
        }
        differences.add("the best epoch so far was " + before.epoch() + " by "
                + before.metric().text()
                + (isSameMetric
                        ? ", but there is no checkpoint with its weights"
                        : ", and this run compares epochs by "
                                + training.bestMetric().text())
                + ": only the epochs from now on count for the best");
        return progress.withoutBest();
    }

    private static WeightsMetadata metadata(Dataset data) {
        DataSignature signature = DataSignature.of(data);
        return new WeightsMetadata(signature.labels(), signature.toMetadata());
    }

    /** Reads parameters, and what the optimizer keeps by the names that it has in the file. */
    private static void restore(
            Path file,
            Learner learner,
            EvaluatedWeights weights,
            ParameterUpdate update,
            UnaryOperator<OptimizerState> inFile) {
        List<OptimizerState> states = update.states();
        List<NamedShape> shapes = new ArrayList<>(
                states.stream().map(inFile).map(SavedTensors::shape).toList());
        shapes.addAll(weights.shapesBesides());
        Map<String, float[]> values = CheckpointFile.values(file, learner.expected(), shapes);
        weights.restore(values);
        for (OptimizerState state : states) {
            String name = CheckpointFile.optimizerTensor(inFile.apply(state).name());
            update.write(state, Objects.requireNonNull(values.get(name)));
        }
    }

    @Override
    public void close() {
        best.close();
        saves.ifPresent(RunSaves::close);
    }
}
