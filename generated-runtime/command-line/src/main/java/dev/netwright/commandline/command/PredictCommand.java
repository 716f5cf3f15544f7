package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.Probability;
import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.operation.Target;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.prediction.Mask;
import dev.netwright.runtime.prediction.NamedLabelPredictions;
import dev.netwright.runtime.prediction.NamedMaskPredictions;
import dev.netwright.runtime.prediction.NamedNumberPredictions;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.prediction.NumberPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.source.PictureFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the classes of pictures with saved weights. */
@Command(
        name = "predict",
        description =
                "Predicts the class, labels, numbers or mask of pictures with saved weights, and writes a submission or masks on request.",
        sortOptions = false)
public final class PredictCommand implements Runnable {
    @Mixin
    private final SavedNetworkOptions saved = new SavedNetworkOptions();

    @Option(
            names = "--pictures",
            paramLabel = "<where>",
            required = true,
            description = "A folder of pictures, a CSV file with the column image, or one picture.")
    private Path where = Path.of("");

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Option(
            names = "--top",
            paramLabel = "<count>",
            defaultValue = "3",
            description =
                    "For classes, how many of the most probable to print for each picture (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--threshold",
            paramLabel = "<probability>",
            defaultValue = "0.5",
            description =
                    "For several labels, the probability above which a label is printed (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--submission",
            paramLabel = "<file>",
            description =
                    "Writes the column image, and label or one for each label or number, to this file instead of printing.")
    private @Nullable Path submission;

    @Option(
            names = "--masks",
            paramLabel = "<folder>",
            description =
                    "For networks of pixels, writes the mask of each picture to this folder as PNG, with the picture's name, instead of printing"
                            + " the share of each class.")
    private @Nullable Path masks;

    @Override
    public void run() {
        WholeNumber.require("--top", top, 1);
        Probability.require("--threshold", threshold);
        if (submission != null) {
            WritableFile.require("--submission", submission);
        }
        Target target = saved.type().target();
        requireFit(target);
        PictureFiles pictures = folders.unlabelled(where);
        FolderOptions.print(pictures.skipped());
        try (NeuralNetwork network = saved.load()) {
            if (target instanceof Target.SeveralLabels) {
                predictLabels(network, pictures);
            } else if (target instanceof Target.PerPixel) {
                predictMasks(network, pictures);
            } else if (target instanceof Target.Numbers) {
                predictNumbers(network, pictures);
            } else {
                predictClasses(network, pictures);
            }
        }
    }

    private void predictClasses(NeuralNetwork network, PictureFiles pictures) {
        NamedPredictions predicted = network.predict(pictures);
        int most = Math.min(top, predicted.predictions().labels().size());
        output(
                pictures,
                predicted::writeSubmission,
                index -> texts(predicted.predictions().top(index, most)));
    }

    private void predictLabels(NeuralNetwork network, PictureFiles pictures) {
        NamedLabelPredictions predicted = network.predictLabels(pictures);
        output(pictures, predicted::writeSubmission, index -> {
            String above = texts(predicted.predictions().above(index, threshold));
            return above.isEmpty() ? "none" : above;
        });
    }

    /** Rejects a result that isn't the network's before anything is computed. */
    private void requireFit(Target target) {
        boolean isOfPixels = target instanceof Target.PerPixel;
        if (isOfPixels && submission != null) {
            throw new IllegalArgumentException(
                    "--submission is for classes, labels and numbers, and the network learns " + target.text()
                            + "; write masks with --masks");
        }
        if (!isOfPixels && masks != null) {
            throw new IllegalArgumentException("--masks is for networks of pixels, and the network learns "
                    + target.text() + "; write predictions with --submission");
        }
        if (masks != null) {
            WritableFile.require("--masks", masks.resolve("mask.png"));
        }
    }

    private void predictMasks(NeuralNetwork network, PictureFiles pictures) {
        NamedMaskPredictions predicted = network.predictMasks(pictures);
        if (masks != null) {
            predicted.writeMasks(masks);
            System.out.printf(Locale.ROOT, "%,d masks in %s%n", pictures.size(), masks);
            return;
        }
        for (int index = 0; index < pictures.size(); index++) {
            System.out.println(
                    pictures.name(index) + "  " + shares(predicted.predictions().mask(index)));
        }
    }

    /** The share of each class that has a pixel. */
    private static String shares(Mask mask) {
        double all = (double) mask.height() * mask.width();
        return IntStream.range(0, mask.labels().size())
                .filter(number -> mask.pixels(number) > 0)
                .mapToObj(number ->
                        String.format(Locale.ROOT, "%s %.3f", mask.labels().get(number), mask.pixels(number) / all))
                .collect(Collectors.joining("  "));
    }

    private void predictNumbers(NeuralNetwork network, PictureFiles pictures) {
        NamedNumberPredictions predicted = network.predictNumbers(pictures);
        NumberPredictions numbers = predicted.predictions();
        output(
                pictures,
                predicted::writeSubmission,
                index -> numbers.names().stream()
                        .map(name -> String.format(Locale.ROOT, "%s %.6g", name, numbers.value(index, name)))
                        .collect(Collectors.joining("  ")));
    }

    /** Writes the submission, or prints a line for each picture. */
    private void output(PictureFiles pictures, Consumer<Path> writer, IntFunction<String> line) {
        if (submission != null) {
            writer.accept(submission);
            System.out.printf(Locale.ROOT, "%,d predictions in %s%n", pictures.size(), submission);
            return;
        }
        for (int index = 0; index < pictures.size(); index++) {
            System.out.println(pictures.name(index) + "  " + line.apply(index));
        }
    }

    private static String texts(List<Prediction> predictions) {
        return predictions.stream()
                .map(each -> String.format(Locale.ROOT, "%s %.2f", each.label(), each.probability()))
                .collect(Collectors.joining("  "));
    }
}
