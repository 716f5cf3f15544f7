package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.Checkpoint;
import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointFolder;
import dev.netwright.runtime.checkpoint.Weights;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.kernel.ParameterUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Writes a run's checkpoints, and knows when the next is due. */
final class RunSaves implements AutoCloseable {
    private final Checkpoints when;
    private final CheckpointFolder folder;
    private final Learner learner;
    private final ParameterUpdate update;
    private final WeightsMetadata metadata;
    private final Map<String, String> terms;
    private int savedStep;
    private long savedAt = System.nanoTime();

    private RunSaves(
            Checkpoints when,
            CheckpointFolder folder,
            Learner learner,
            ParameterUpdate update,
            WeightsMetadata metadata,
            Map<String, String> terms) {
        this.when = when;
        this.folder = folder;
        this.learner = learner;
        this.update = update;
        this.metadata = metadata;
        this.terms = terms;
    }

    /**
     * Opens a run's folder.
     *
     * @param metadata labels and preprocessing
     * @throws dev.netwright.runtime.checkpoint.FolderInUseException if another run saves there
     * @throws java.io.UncheckedIOException if it can't be written to
     */
    static RunSaves open(
            Checkpoints when, Learner learner, ParameterUpdate update, WeightsMetadata metadata, RunTerms terms) {
        return new RunSaves(when, CheckpointFolder.open(when.folder()), learner, update, metadata, terms.toText());
    }

    /** The run goes on from a step that is saved already. */
    void begin(RunProgress progress) {
        savedStep = progress.step();
        savedAt = System.nanoTime();
    }

    /** Whether so many steps or so much time have passed that a save within an epoch is due. */
    boolean isDue(RunProgress progress) {
        boolean enoughSteps = when.steps() > 0 && progress.step() - savedStep >= when.steps();
        return enoughSteps
                || when.interval()
                        .filter(time ->
                                Duration.ofNanos(System.nanoTime() - savedAt).compareTo(time) >= 0)
                        .isPresent();
    }

    /** Replaces the newest checkpoint. */
    SavedCheckpoint saveLast(RunProgress progress) {
        SavedCheckpoint saved = save(folder.last(), progress);
        begin(progress);
        return saved;
    }

    /** Replaces the best checkpoint. */
    SavedCheckpoint saveBest(RunProgress progress) {
        return save(folder.best(), progress);
    }

    /** Writes a checkpoint for a look at what went wrong, beside the others. */
    SavedCheckpoint saveAside(RunProgress progress) {
        return save(folder.aside(), progress);
    }

    private SavedCheckpoint save(Path file, RunProgress progress) {
        Map<String, String> state = new TreeMap<>(terms);
        state.putAll(progress.toText());
        Weights weights = new Weights(learner.identity(), metadata, SavedTensors.of(learner.parameters()));
        CheckpointFile.write(file, new Checkpoint(weights, SavedTensors.of(update), state));
        return new SavedCheckpoint(file, progress.step(), progress.epoch() + 1, progress.batch());
    }

    @Override
    public void close() {
        folder.close();
    }
}
