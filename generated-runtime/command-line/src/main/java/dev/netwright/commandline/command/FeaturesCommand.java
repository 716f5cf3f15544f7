package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.feature.FeatureFormat;
import dev.netwright.runtime.feature.Features;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.PictureFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a saved network makes of pictures up to a stage. */
@Command(
        name = "features",
        description =
                "Writes what a saved network makes of pictures before it classifies them, for search and clustering.",
        sortOptions = false)
public final class FeaturesCommand implements Runnable {
    @Mixin
    private final SavedNetworkOptions saved = new SavedNetworkOptions();

    @Option(
            names = "--data",
            paramLabel = "<where>",
            description = "Labelled pictures, whose classes may be any: " + PictureOptions.WHERE + ".")
    private @Nullable String data;

    @Option(
            names = "--pictures",
            paramLabel = "<where>",
            description = "Instead of --data: a folder of pictures, a CSV file with the column image, or one picture.")
    private @Nullable Path where;

    @Mixin
    private final PictureOptions pictures = new PictureOptions();

    @Option(
            names = "--stage",
            paramLabel = "<name>",
            description =
                    "A block or layer of the network, such as layer3, whose output to write (default: the input of the"
                            + " classifier).")
    private @Nullable String stage;

    @Option(
            names = "--to",
            paramLabel = "<file>",
            required = true,
            description = "The file to write: a NumPy array if its name ends in .npy, a table if it ends in .csv.")
    private @Nullable Path file;

    @Override
    public void run() {
        Path target = Objects.requireNonNull(file, "the option is required");
        FeatureFormat.of(target);
        WritableFile.require("--to", target);
        if ((data == null) == (where == null)) {
            throw new IllegalArgumentException(
                    "the pictures come from --data or --pictures, found " + (data == null ? "neither" : "both"));
        }
        try (NeuralNetwork network = saved.load()) {
            Features features = features(network);
            int written = where == null ? labelled(network, features, target) : unlabelled(features, where, target);
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows of %s values, the output of %s, in %s%n",
                    written,
                    features.shape().stream().map(String::valueOf).collect(Collectors.joining("x")),
                    features.layer(),
                    target);
        }
    }

    private Features features(NeuralNetwork network) {
        if (stage == null) {
            return network.features();
        }
        try {
            return network.features(stage);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--stage: " + e.getMessage(), e);
        }
    }

    private int labelled(NeuralNetwork network, Features features, Path target) {
        Shape shape = network.type().images();
        ImageDataset prepared = network.prepared(
                pictures.unmatched(Objects.requireNonNull(data, "one of the two is given"), shape.channels()));
        features.write(prepared, target);
        return prepared.size();
    }

    private int unlabelled(Features features, Path from, Path target) {
        PictureFiles files = pictures.folders().unlabelled(from);
        FolderOptions.print(files.skipped());
        features.write(files, target);
        return files.size();
    }
}
