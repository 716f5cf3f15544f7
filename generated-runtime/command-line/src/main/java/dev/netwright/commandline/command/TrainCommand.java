package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.Rate;
import dev.netwright.commandline.argument.RunArguments;
import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.Folds;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.training.CrossValidation;
import dev.netwright.runtime.training.FoldListener;
import dev.netwright.runtime.training.LearningOptions;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Trains a network on the user's pictures. */
@Command(
        name = "train",
        description = "Trains a network on pictures and saves its weights.",
        sortOptions = false,
        modelTransformer = RunArguments.Adding.class)
public final class TrainCommand implements Runnable, RunArguments.Having {
    /** Options that choose the test pictures of a single run, or its weights. */
    private static final List<String> WITHOUT_FOLDS =
            List.of("--save", "--test-data", "--split", "--ordered", "--resume-from");

    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Mixin
    private final SplitOptions parts = new SplitOptions();

    @Option(
            names = "--folds",
            paramLabel = "<count>",
            description =
                    "Trains a network for each of this many parts of --data, drawn within each class by --seed, and"
                            + " evaluates it on the part; saves none of them.")
    private @Nullable Integer folds;

    private final RunArguments run = RunArguments.all()
            .otherwise(LearningOptions.OPTIMIZER, "adam")
            .otherwise(LearningOptions.LEARNING_RATE, "0.001")
            .otherwise(RunOptions.EPOCHS, "5")
            .within(LearningOptions.OPTIMIZER, OptionRange.oneOf(OptimizerName.class))
            .within(LearningOptions.LEARNING_RATE, Rate.RANGE)
            .within(RunOptions.TIME_LIMIT, OptionRange.atLeast(1));

    @Option(
            names = "--cached",
            description = "Keeps the resized pictures in the heap, so each file is decoded only once.")
    private boolean isCached;

    @Option(
            names = "--save",
            paramLabel = "<file>",
            description = "The weights file to write; required without --folds.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public RunArguments arguments() {
        return run;
    }

    @Override
    public void run() {
        Training training = training();
        parts.requireShare();
        if (folds != null) {
            crossValidate(folds, training);
            return;
        }
        if (file == null) {
            throw new IllegalArgumentException("Missing required option: '--save=<file>'");
        }
        Path weights = file;
        WritableFile.require("--save", weights);
        NetworkType<?> type = network.type();
        Split<Pictures> split = parts.split(type, training.seed());
        try (NeuralNetwork trained =
                type.train(images(type, split.training()), training.test(images(type, split.validation())))) {
            trained.save(weights);
        }
        System.out.println("saved to " + weights);
    }

    private void crossValidate(int count, Training training) {
        WholeNumber.require("--folds", count, Folds.LEAST);
        requireNone(WITHOUT_FOLDS);
        NetworkType<?> type = network.type();
        ImageDataset all = images(type, parts.all(type));
        if (count > all.size()) {
            throw new IllegalArgumentException(
                    "--folds must be at most the number of pictures, " + all.size() + ", found " + count);
        }
        CrossValidation validation =
                type.crossValidate(Folds.stratified(all, count, training.seed()), training, new PrintedFolds());
        System.out.println();
        System.out.print(validation.text());
    }

    /** Rejects options of a single run. */
    private void requireNone(List<String> options) {
        ParseResult given =
                Objects.requireNonNull(command, "picocli sets it").commandLine().getParseResult();
        for (String option : options) {
            if (given.hasMatchedOption(option)) {
                throw new IllegalArgumentException("--folds can't be given with " + option
                        + ": each fold is evaluated by the network of the others, and no network is saved; leave one of the"
                        + " two out");
            }
        }
    }

    /** Says where a cross-validation is. */
    private static final class PrintedFolds implements FoldListener {
        @Override
        public void began(int fold, int count, int trainingImages, int images) {
            System.out.printf(
                    Locale.ROOT,
                    "%nfold %d of %d: %,d pictures to train on and %,d to evaluate%n",
                    fold,
                    count,
                    trainingImages,
                    images);
        }
    }

    private Training training() {
        OptimizerName optimizer =
                run.read(LearningOptions.OPTIMIZER, OptimizerName.READER).orElseThrow();
        double rate = run.read(LearningOptions.LEARNING_RATE, Rate.READER).orElseThrow();
        Training training = run.appliedTo(Training.with(optimizer.at(rate)))
                .kernels(run.read(RunOptions.KERNELS, (name, given) -> KernelSets.named(given))
                        .orElseGet(KernelSets::preferred));
        return training.listener(ConsoleReport.standard(run.wording())).listener(new EndsUnsaved());
    }

    private ImageDataset images(NetworkType<?> type, Pictures found) {
        Shape shape = type.images();
        ImageDataset resized = found.resize(shape.height(), shape.width());
        return isCached ? resized.cached() : resized;
    }

    /**
     * Exit codes 130 and 143 mean that the run has been saved, so a run that couldn't be saved ends with another code.
     */
    private static final class EndsUnsaved implements TrainingListener {
        private static final int FAULT = 1;

        @Override
        public void notSaved(RuntimeException reason) {
            System.out.flush();
            Runtime.getRuntime().halt(FAULT);
        }
    }
}
