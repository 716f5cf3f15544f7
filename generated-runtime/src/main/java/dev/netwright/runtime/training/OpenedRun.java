package dev.netwright.runtime.training;

import dev.netwright.runtime.checkpoint.CheckpointFile;
import dev.netwright.runtime.checkpoint.CheckpointState;
import dev.netwright.runtime.checkpoint.WeightsMetadata;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run before its first step: at its beginning, or with everything that its checkpoint holds in its place.
 *
 * @param progress where it stands
 * @param resumption what to tell of the checkpoint; empty if the run begins
 * @param saves where it saves itself, if it does
 */
record OpenedRun(RunProgress progress, Optional<Resumption> resumption, Optional<RunSaves> saves)
        implements AutoCloseable {
    /**
     * Begins a run or goes on with one.
     *
     * @throws ResumeException if the checkpoint is of another run
     * @throws IllegalArgumentException if the folder holds a run that nobody said to resume
     */
    static OpenedRun of(Learner learner, Training training, ParameterUpdate update, RunTerms terms, Dataset data) {
        Optional<Path> file = checkpoint(learner, training);
        Optional<RunSaves> saves =
                training.checkpoints().map(when -> RunSaves.open(when, learner, update, metadata(data), terms));
        try {
            if (file.isEmpty()) {
                return new OpenedRun(RunProgress.START, Optional.empty(), saves);
            }
            CheckpointState state = CheckpointFile.state(file.get(), learner.expected());
            List<String> differences = new ArrayList<>(terms.differences(state));
            RunProgress progress = RunProgress.of(state);
            restore(file.get(), learner, update);
            SavedCheckpoint saved =
                    new SavedCheckpoint(file.get(), progress.step(), progress.epoch() + 1, progress.batch());
            return new OpenedRun(progress, Optional.of(new Resumption(saved, differences)), saves);
        } catch (RuntimeException | Error e) {
            saves.ifPresent(RunSaves::close);
            throw e;
        }
    }

    private static Optional<Path> checkpoint(Learner learner, Training training) {
        if (training.resumedFile().isPresent()) {
            return training.resumedFile();
        }
        Optional<Path> last = training.checkpoints().map(Checkpoints::last).filter(Files::exists);
        if (training.resumes()) {
            if (training.checkpoints().isEmpty()) {
                throw new SettingException(
                        learner.name() + " is to be resumed, but nothing says from where",
                        Fix.of("name its folder with ", Setting.CHECKPOINTS),
                        Fix.of("name its file with ", Setting.RESUME_FROM));
            }
            return last;
        }
        if (last.isPresent()) {
            throw new SettingException(
                    last.get() + " is a run's checkpoint that a new run would replace",
                    Fix.of("continue that run with ", Setting.RESUME),
                    Fix.of("choose another folder with ", Setting.CHECKPOINTS));
        }
        return Optional.empty();
    }

    private static WeightsMetadata metadata(Dataset data) {
        DataSignature signature = DataSignature.of(data);
        return new WeightsMetadata(signature.labels(), signature.toMetadata());
    }

    private static void restore(Path file, Learner learner, ParameterUpdate update) {
        List<OptimizerState> states = update.states();
        Map<String, float[]> values = CheckpointFile.values(
                file,
                learner.expected(),
                states.stream().map(SavedTensors::shape).toList());
        for (Parameter parameter : learner.parameters().table().tensors()) {
            learner.parameters().write(parameter, Objects.requireNonNull(values.get(parameter.name())));
        }
        for (OptimizerState state : states) {
            update.write(state, Objects.requireNonNull(values.get(CheckpointFile.optimizerTensor(state.name()))));
        }
    }

    @Override
    public void close() {
        saves.ifPresent(RunSaves::close);
    }
}
