package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.Checkpoint;
import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointFolder;
import dev.netwright.runtime.checkpoint.TensorEntry;
import dev.netwright.runtime.checkpoint.Weights;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.kernel.ParameterUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a run's checkpoints and decides when the next one is due. */
final class RunSaves implements AutoCloseable {
    private final Checkpoints when;
    private final CheckpointFolder folder;
    private final Learner learner;
    private final EvaluatedWeights evaluated;
    private final ParameterUpdate update;
    private final WeightsMetadata metadata;
    private final Map<String, String> terms;
    private int savedStep;
    private long savedAt = System.nanoTime();

    private RunSaves(
            Checkpoints when,
            CheckpointFolder folder,
            Learner learner,
            EvaluatedWeights evaluated,
            ParameterUpdate update,
            WeightsMetadata metadata,
            Map<String, String> terms) {
        this.when = when;
        this.folder = folder;
        this.learner = learner;
        this.evaluated = evaluated;
        this.update = update;
        this.metadata = metadata;
        this.terms = terms;
    }

    /**
     * Opens a run's checkpoint folder.
     *
     * @param metadata labels and preprocessing
     * @throws dev.netwright.runtime.checkpoint.FolderInUseException if another run saves its checkpoints there
     * @throws java.io.UncheckedIOException if the folder can't be written
     */
    static RunSaves open(
            Checkpoints when,
            Learner learner,
            EvaluatedWeights evaluated,
            ParameterUpdate update,
            WeightsMetadata metadata,
            RunTerms terms) {
        return new RunSaves(
                when, CheckpointFolder.open(when.folder()), learner, evaluated, update, metadata, terms.toText());
    }

    /** Starts from a position that is already saved. */
    void begin(RunProgress progress) {
        savedStep = progress.step();
        savedAt = System.nanoTime();
    }

    /** Whether a save within an epoch is due by its number of steps or its time. */
    boolean isDue(RunProgress progress) {
        boolean enoughSteps = when.steps() > 0 && progress.step() - savedStep >= when.steps();
        return enoughSteps
                || when.interval()
                        .filter(time ->
                                Duration.ofNanos(System.nanoTime() - savedAt).compareTo(time) >= 0)
                        .isPresent();
    }

    /** Overwrites the newest checkpoint. */
    SavedCheckpoint saveLast(RunProgress progress) {
        SavedCheckpoint saved = save(folder.last(), progress);
        begin(progress);
        return saved;
    }

    /** Overwrites the best checkpoint. */
    SavedCheckpoint saveBest(RunProgress progress) {
        return save(folder.best(), progress);
    }

    /** Writes a checkpoint of a failed run for inspection, beside the others. */
    SavedCheckpoint saveAside(RunProgress progress) {
        return save(folder.aside(), progress);
    }

    private SavedCheckpoint save(Path file, RunProgress progress) {
        Map<String, String> state = new TreeMap<>(terms);
        state.putAll(progress.toText());
        Weights weights = new Weights(learner.identity(), metadata, SavedTensors.of(evaluated.evaluated()));
        List<TensorEntry> kept = new ArrayList<>(SavedTensors.of(update));
        kept.addAll(evaluated.besides());
        CheckpointFile.write(file, new Checkpoint(weights, kept, state));
        return new SavedCheckpoint(file, progress.step(), progress.epoch() + 1, progress.batch());
    }

    @Override
    public void close() {
        folder.close();
    }
}
