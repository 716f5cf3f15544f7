package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.Rate;
import dev.netwright.commandline.argument.RunArguments;
import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.option.OptionRange;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.training.LearningOptions;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network on the user's pictures. */
@Command(
        name = "train",
        description = "Trains a network on pictures and saves its weights.",
        sortOptions = false,
        modelTransformer = RunArguments.Adding.class)
public final class TrainCommand implements Runnable, RunArguments.Having {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(names = "--data", paramLabel = "<where>", required = true, description = PictureOptions.WHERE + ".")
    private String data = "";

    @Mixin
    private final PictureOptions pictures = new PictureOptions();

    @Option(
            names = "--test-data",
            paramLabel = "<where>",
            description =
                    "Pictures to evaluate after each epoch (default: a part of --data, or Fashion-MNIST's test pictures).")
    private @Nullable String testData;

    @Option(
            names = "--split",
            paramLabel = "<share>",
            defaultValue = "0.8",
            description =
                    "Without --test-data, the share of --data to train on; the rest is evaluated (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--ordered",
            description =
                    "Splits --data in order, which must be shuffled, instead of drawing each class's share by --seed.")
    private boolean isOrdered;

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

    @Option(names = "--save", paramLabel = "<file>", required = true, description = "The weights file to write.")
    private @Nullable Path file;

    @Override
    public RunArguments arguments() {
        return run;
    }

    @Override
    public void run() {
        Training training = training();
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("--split must be between 0 and 1, found " + share);
        }
        Path weights = Objects.requireNonNull(file, "the option is required");
        WritableFile.require("--save", weights);
        NetworkType<?> type = network.classifier();
        Split<Pictures> split = split(type, training.seed());
        try (NeuralNetwork trained =
                type.train(images(type, split.training()), training.test(images(type, split.validation())))) {
            trained.save(weights);
        }
        System.out.println("saved to " + weights);
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

    private Split<Pictures> split(NetworkType<?> type, long seed) {
        Pictures learned = pictures.training(data, type.images().channels());
        if (testData != null || PictureOptions.hasTestPictures(data)) {
            String evaluated = testData == null ? data : testData;
            return new Split<>(
                    learned, pictures.evaluated(evaluated, type.images().channels(), learned.labels()));
        }
        Split<Pictures> split = isOrdered ? Split.ordered(learned, share) : Split.stratified(learned, share, seed);
        System.out.printf(
                Locale.ROOT,
                "%,d pictures to train on and %,d to evaluate, %s%n",
                split.training().size(),
                split.validation().size(),
                isOrdered ? "split in order" : "split within each class by seed " + seed);
        return split;
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
