package dev.netwright.examples.command;

import dev.netwright.examples.argument.WholeNumber;
import dev.netwright.examples.argument.WritableFile;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network on a person's pictures. */
@Command(name = "train", description = "Trains a network on pictures and saves it.", sortOptions = false)
public final class TrainCommand implements Runnable {
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
                    "Pictures that accuracy is measured on after each epoch (default: a part of --data, but Fashion-MNIST's own).")
    private @Nullable String testData;

    @Option(
            names = "--split",
            paramLabel = "<share>",
            defaultValue = "0.8",
            description =
                    "Without --test-data, the share of --data to learn; the rest is judged (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--ordered",
            description =
                    "Cuts --data in its order, which must be shuffled, instead of drawing each class's share by --seed.")
    private boolean isOrdered;

    @Option(
            names = "--optimizer",
            paramLabel = "<name>",
            defaultValue = "adam",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OptimizerName optimizer = OptimizerName.ADAM;

    @Option(
            names = "--rate",
            paramLabel = "<number>",
            defaultValue = "0.001",
            description = "Learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--epochs",
            paramLabel = "<count>",
            defaultValue = "5",
            description = "Passes over the pictures (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--batch",
            paramLabel = "<pictures>",
            defaultValue = "64",
            description = "Pictures in a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "0",
            description = "Initial values, order of pictures and dropout follow from it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--cached", description = "Keeps the resized pictures in the heap, so that files are decoded once.")
    private boolean isCached;

    @Option(
            names = "--kernels",
            paramLabel = "<name>",
            description = "onednn, nd4j or cuda (default: the fastest that run here).")
    private @Nullable String kernels;

    @Option(names = "--save", paramLabel = "<file>", required = true, description = "Where the weights go.")
    private @Nullable Path file;

    @Override
    public void run() {
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new IllegalArgumentException("--rate must be a finite number above 0, found " + rate);
        }
        WholeNumber.require("--epochs", epochs, 1);
        WholeNumber.require("--batch", batch, 1);
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("--split must be between 0 and 1, found " + share);
        }
        Path weights = Objects.requireNonNull(file, "picocli demands it");
        WritableFile.require("--save", weights);
        NetworkType<?> type = network.classifier();
        Training training = Training.with(optimizer.at(rate))
                .epochs(epochs)
                .batch(batch)
                .seed(seed)
                .kernels(kernels == null ? KernelSets.preferred() : KernelSets.named(kernels));
        Split<Pictures> split = split(type);
        try (Network trained = type.train(
                images(type, split.training()), run.appliedTo(training).test(images(type, split.validation())))) {
            trained.save(weights);
        }
        System.out.println("saved to " + weights);
    }

    private Split<Pictures> split(NetworkType<?> type) {
        Pictures learned = pictures.training(data, type.images().channels());
        if (testData != null || PictureOptions.hasTestPictures(data)) {
            String judged = testData == null ? data : testData;
            return new Split<>(learned, pictures.judged(judged, type.images().channels(), learned.labels()));
        }
        Split<Pictures> split = isOrdered ? Split.ordered(learned, share) : Split.stratified(learned, share, seed);
        System.out.printf(
                Locale.ROOT,
                "%,d pictures to learn and %,d to evaluate, %s%n",
                split.training().size(),
                split.validation().size(),
                isOrdered ? "cut in their order" : "of each class its share, drawn by seed " + seed);
        return split;
    }

    private ImageDataset images(NetworkType<?> type, Pictures found) {
        Shape shape = type.images();
        ImageDataset resized = found.resize(shape.height(), shape.width());
        return isCached ? resized.cached() : resized;
    }
}
