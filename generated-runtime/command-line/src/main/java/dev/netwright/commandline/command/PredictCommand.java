package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.prediction.NamedPredictions;
import dev.netwright.runtime.prediction.Prediction;
import dev.netwright.runtime.source.PictureFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the classes of pictures with saved weights. */
@Command(
        name = "predict",
        description = "Predicts the classes of pictures with saved weights, and writes a submission on request.",
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
                    "How many of the most probable classes to print for each picture (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--submission",
            paramLabel = "<file>",
            description = "Writes the columns image and label to this file instead of printing.")
    private @Nullable Path submission;

    @Override
    public void run() {
        WholeNumber.require("--top", top, 1);
        if (submission != null) {
            WritableFile.require("--submission", submission);
        }
        saved.classifier();
        PictureFiles pictures = folders.unlabelled(where);
        FolderOptions.print(pictures.skipped());
        try (NeuralNetwork network = saved.load()) {
            NamedPredictions predicted = network.predict(pictures);
            if (submission != null) {
                predicted.writeSubmission(submission);
                System.out.printf(Locale.ROOT, "%,d predictions in %s%n", pictures.size(), submission);
            } else {
                print(pictures, predicted);
            }
        }
    }

    private void print(PictureFiles pictures, NamedPredictions predicted) {
        for (int index = 0; index < pictures.size(); index++) {
            System.out.println(pictures.name(index) + "  "
                    + predicted
                            .predictions()
                            .top(
                                    index,
                                    Math.min(
                                            top,
                                            predicted.predictions().labels().size()))
                            .stream()
                            .map(PredictCommand::text)
                            .collect(Collectors.joining("  ")));
        }
    }

    private static String text(Prediction prediction) {
        return String.format(Locale.ROOT, "%s %.2f", prediction.label(), prediction.probability());
    }
}
