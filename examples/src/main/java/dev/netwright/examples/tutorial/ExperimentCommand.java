package dev.netwright.examples.tutorial;

import dev.netwright.commandline.argument.Rate;
import dev.netwright.commandline.argument.RunArguments;
import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.report.EpochLines;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.LearningOptions;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a network on Fashion-MNIST as its tutorial does, and prints what the tutorial prints, or with a recipe of today. */
@Command(
        name = "experiment",
        description =
                "Trains a network on Fashion-MNIST as its tutorial does, and prints the tutorial's lines; or with a recipe of today.",
        sortOptions = false,
        modelTransformer = RunArguments.Adding.class)
public final class ExperimentCommand implements Callable<Integer>, RunArguments.Having {
    private static final String THE_EXPERIMENTS = "the experiment's";

    @Parameters(paramLabel = "<experiment>", arity = "0..1", description = "One of the experiments that --list shows.")
    private @Nullable String name;

    @Option(names = "--list", description = "Shows every experiment with the tutorial's figures.")
    private boolean isList;

    private final RunArguments run = RunArguments.of(
                    RunOptions.EPOCHS,
                    LearningOptions.BATCH,
                    LearningOptions.LEARNING_RATE,
                    LearningOptions.SEED,
                    RunOptions.CHECKPOINTS,
                    RunOptions.RESUME,
                    RunOptions.TIME_LIMIT,
                    RunOptions.RUN_FOLDER)
            .shownAs(RunOptions.EPOCHS, THE_EXPERIMENTS)
            .shownAs(LearningOptions.BATCH, THE_EXPERIMENTS)
            .shownAs(LearningOptions.LEARNING_RATE, THE_EXPERIMENTS)
            .within(LearningOptions.LEARNING_RATE, Rate.RANGE);

    @Option(
            names = "--images",
            paramLabel = "<count>",
            description = "Uses only the first training pictures, and at most as many test pictures.")
    private @Nullable Integer images;

    @Option(
            names = "--bundled",
            description =
                    "Uses the 6,000 training and 1,000 test pictures that come with the library, instead of all 70,000.")
    private boolean isBundled;

    @Option(names = "--each-epoch", description = "Prints a line for each epoch, even if the tutorial doesn't.")
    private boolean isEachEpoch;

    @Option(
            names = "--save",
            paramLabel = "<file>",
            description = "The weights file to write; without it, weights are discarded.")
    private @Nullable Path file;

    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Override
    public RunArguments arguments() {
        return run;
    }

    @Override
    public Integer call() {
        if (isList) {
            Experiments.table().forEach(System.out::println);
            return ExitCode.OK;
        }
        if (name == null) {
            throw new IllegalArgumentException(
                    "<experiment> is missing: there are " + Experiments.names() + "; --list shows their figures");
        }
        String wanted = name;
        run(Experiments.find(wanted)
                .orElseThrow(() -> new IllegalArgumentException("no <experiment> is called '" + wanted + "'; there are "
                        + Experiments.names() + "; --list shows their figures")));
        return ExitCode.OK;
    }

    private void run(Experiment experiment) {
        double rate = run.read(LearningOptions.LEARNING_RATE, Rate.READER).orElse(experiment.rate());
        int epochs = run.value(RunOptions.EPOCHS).orElse(experiment.epochs());
        Recipe recipe = experiment.recipe();
        Training training = run.appliedTo(recipe.training(rate, epochs).batch(experiment.batch()));
        WholeNumber.require("--images", images, 1);
        if (file != null) {
            WritableFile.require("--save", file);
        }
        int size = experiment.network().images().height();
        ImageDataset train = first(isBundled ? FashionMnist.bundledTrain() : FashionMnist.train());
        ImageDataset test = first(isBundled ? FashionMnist.bundledTest() : FashionMnist.test());
        if (recipe == Recipe.MODERN) {
            System.out.println(training);
        }
        training = training.test(recipe.evaluated(test, size))
                .listener(ConsoleReport.of(recipe.lines(System.out::println), run.wording()));
        if (isEachEpoch && !recipe.printsEpochs()) {
            training = training.listener(onlyEpochs(new EpochLines(System.out::println)));
        }
        experiment.reported().ifPresent(ExperimentCommand::print);
        try (NeuralNetwork trained = experiment.network().train(recipe.prepared(train, size), training)) {
            if (file != null) {
                trained.save(file);
            }
        }
    }

    private static void print(Experiment.Reported reported) {
        System.out.printf(
                Locale.ROOT,
                "the tutorial reports loss %.3f, train acc %.3f, test acc %.3f, %.1f examples/sec on cuda:0%n",
                reported.loss(),
                reported.trainAccuracy(),
                reported.testAccuracy(),
                reported.examplesPerSecond());
    }

    private ImageDataset first(ImageDataset pictures) {
        if (images == null) {
            return pictures;
        }
        return pictures.first(Math.min(images, pictures.size()));
    }

    /** The start has been told already, by the tutorial's own lines. */
    private static TrainingListener onlyEpochs(EpochLines lines) {
        return new TrainingListener() {
            @Override
            public void epochEnded(EpochEnd epoch) {
                lines.epochEnded(epoch);
            }
        };
    }
}
