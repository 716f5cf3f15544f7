package dev.netwright.examples;

import dev.netwright.commandline.PredictionTable;
import dev.netwright.commandline.argument.OptionFaults;
import dev.netwright.commandline.argument.RunArguments;
import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.models.vgg.Vgg11Eighth;
import dev.netwright.models.vgg.Vgg11EighthAt96;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.report.ConsoleReport;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.LearningOptions;
import dev.netwright.runtime.training.LossAveraging;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.RunOptions;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * Trains a small VGG-11 on the pictures of clothing that the runtime carries, saves it, loads it again, and lets the
 * loaded network classify pictures that it has never seen.
 */
@Command(
        name = "first-run",
        description = "Trains a VGG-11 with an eighth of the channels on 6,000 pictures of clothing.",
        sortOptions = false,
        modelTransformer = RunArguments.Adding.class)
public final class FirstRun implements Callable<Integer>, RunArguments.Having {
    private static final int SHOWN = 10;

    private final ImageDataset train;
    private final ImageDataset test;

    @Option(
            names = "--size",
            paramLabel = "<pixels>",
            defaultValue = "96",
            description = "Side of the resized pictures, 96 or 224 (default: ${DEFAULT-VALUE}).")
    private int size;

    private final RunArguments run = RunArguments.of(RunOptions.EPOCHS, LearningOptions.BATCH, LearningOptions.SEED)
            .otherwise(RunOptions.EPOCHS, "5");

    @Option(
            names = "--save",
            paramLabel = "<file>",
            description = "The weights file to write (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("examples", "target", "first-run.safetensors");

    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    FirstRun(ImageDataset train, ImageDataset test) {
        this.train = train;
        this.test = test;
    }

    /** Runs with the pictures that the runtime carries; exit code 2 means that the options can't be met. */
    public static void main(String[] arguments) {
        System.exit(new FirstRun(FashionMnist.bundledTrain(), FashionMnist.bundledTest()).execute(arguments));
    }

    int execute(String... arguments) {
        return new CommandLine(this)
                .setExecutionExceptionHandler(new OptionFaults())
                .execute(arguments);
    }

    @Override
    public RunArguments arguments() {
        return run;
    }

    @Override
    public Integer call() {
        NetworkType<?> vgg11 = networkFor(size);
        Training training = run.appliedTo(Training.with(Optimizer.adam(1e-3)))
                .lossAveraging(LossAveraging.BATCHES)
                .test(test.resize(size))
                .listener(ConsoleReport.standard(run.wording()));
        WritableFile.require("--save", file);

        System.out.println(vgg11.summary());
        try (NeuralNetwork trained = vgg11.train(train.resize(size), training)) {
            trained.save(file);
        }

        System.out.printf("%nsaved to %s and loaded again; what it makes of test pictures:%n%n", file);
        try (NeuralNetwork loaded = vgg11.load(file)) {
            System.out.println(PredictionTable.of(loaded, test.first(Math.min(SHOWN, test.size()))));
            double accuracy = loaded.evaluate(test.resize(size)).accuracy();
            System.out.printf(Locale.ROOT, "accuracy %.3f on all %,d test pictures%n", accuracy, test.size());
        }
        return ExitCode.OK;
    }

    /** A network is made for one size of image, so each size has a spec and a class of its own. */
    private static NetworkType<?> networkFor(int size) {
        return switch (size) {
            case 96 -> Vgg11EighthAt96.TYPE;
            case 224 -> Vgg11Eighth.TYPE;
            default -> throw new IllegalArgumentException("--size must be 96 or 224, found " + size);
        };
    }
}
