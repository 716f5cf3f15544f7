package dev.netwright.runtime.network;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Folds;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;
import dev.netwright.runtime.internal.runfolder.CrossValidationFile;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.CrossValidation;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.FoldListener;
import dev.netwright.runtime.training.FoldOutcome;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains a network for each fold, one after the other, and evaluates it on the fold. Only one network exists at a time. */
final class CrossValidator<N extends NeuralNetwork> {
    private final NetworkType<N> type;

    CrossValidator(NetworkType<N> type) {
        this.type = type;
    }

    CrossValidation validation(Folds<? extends Dataset> folds, Training training, FoldListener listener) {
        type.requireClasses("crossValidate(...)");
        requireOptions(training);
        List<FoldOutcome> outcomes = new ArrayList<>();
        int count = folds.splits().size();
        for (Split<? extends Dataset> split : folds.splits()) {
            int fold = outcomes.size() + 1;
            listener.began(
                    fold, count, split.training().size(), split.validation().size());
            FoldOutcome outcome = outcome(fold, split, ofFold(training, fold).test(split.validation()));
            outcomes.add(outcome);
            listener.ended(outcome);
        }
        CrossValidation validation = new CrossValidation(type.name(), outcomes);
        training.runFolder().ifPresent(folder -> CrossValidationFile.write(folder, validation));
        return validation;
    }

    private static void requireOptions(Training training) {
        if (training.test().isPresent()) {
            throw new SettingException(
                    "the folds of a cross-validation are its test images, found others",
                    Fix.of("leave out ", Setting.TEST_DATA));
        }
        if (training.values().given(RunOptions.RESUME_FROM).isPresent()) {
            throw new SettingException(
                    "a cross-validation has a checkpoint for each fold, found one to resume from",
                    Fix.of("resume all of them with ", Setting.RESUME));
        }
    }

    /** The same options with folders of the fold's own. */
    private static Training ofFold(Training training, int fold) {
        String name = "fold-" + fold;
        Training own = training.runFolder()
                .map(folder -> training.runFolder(folder.resolve(name)))
                .orElse(training);
        return training.values()
                .given(RunOptions.CHECKPOINTS)
                .map(where ->
                        own.checkpoints(new Checkpoints(where.folder().resolve(name), where.steps(), where.interval())))
                .orElse(own);
    }

    private FoldOutcome outcome(int fold, Split<? extends Dataset> split, Training training) {
        Ending ending = new Ending();
        // A listener of one's own turns off the output that a run has by default.
        Training listened = training.listeners().isEmpty() ? training.listener(ConsoleReport.standard()) : training;
        try (N network = type.train(split.training(), listened.listener(ending))) {
            Evaluation evaluation = network.evaluate(split.validation());
            return new FoldOutcome(
                    fold, split.training().size(), evaluation, network.loss(split.validation()), ending.last);
        }
    }

    /** Keeps the last epoch. */
    private static final class Ending implements TrainingListener {
        private Optional<EpochEnd> last = Optional.empty();

        @Override
        public void ended(RunEnd run) {
            last = run.last();
        }
    }
}
