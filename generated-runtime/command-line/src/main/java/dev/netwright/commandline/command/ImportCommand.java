package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WritableFile;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.Preprocessing;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.ResizeShorterSide;
import dev.netwright.runtime.source.ClassNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Converts PyTorch's weights. */
@Command(
        name = "import",
        description = "Imports a PyTorch state_dict with torchvision's or d2l's names as a weights file.",
        sortOptions = false)
public final class ImportCommand implements Runnable {
    @Mixin
    private final NetworkOption network = new NetworkOption();

    @Option(
            names = "--from",
            paramLabel = "<file>",
            required = true,
            description = "A file written by safetensors.torch.save_file.")
    private @Nullable Path from;

    @Option(names = "--save", paramLabel = "<file>", required = true, description = "The weights file to write.")
    private @Nullable Path file;

    @Option(
            names = "--labels",
            paramLabel = "<file>",
            description = "A UTF-8 file with one class name per line, in the order of the logits (default: numbers).")
    private @Nullable Path labels;

    @Option(
            names = "--pictures",
            paramLabel = "<how>",
            defaultValue = "plain",
            description =
                    "How predict and evaluate prepare pictures: plain resizes and divides by 255; imagenet takes the middle"
                            + " seven eighths, with torchvision's means and deviations (default: ${DEFAULT-VALUE}).")
    private PicturesFor pictures = PicturesFor.PLAIN;

    /** The data that a network was trained on. */
    enum PicturesFor {
        /** Whole pictures, as in the book "Dive into Deep Learning". */
        PLAIN {
            @Override
            Preprocessing of(ImageFormat format) {
                return new Preprocessing(format);
            }
        },
        /**
         * torchvision's preprocessing: for 224, the shorter side becomes 256 and the center is cropped; other sizes in
         * proportion.
         */
        IMAGENET {
            @Override
            Preprocessing of(ImageFormat format) {
                int shorter = Math.min(format.height(), format.width());
                return new Preprocessing(
                        format.channels(),
                        List.of(
                                new ResizeShorterSide(Math.round(shorter * 8 / 7f)),
                                new CenterCrop(format.height(), format.width())),
                        Normalization.IMAGENET);
            }
        };

        abstract Preprocessing of(ImageFormat format);
    }

    @Override
    public void run() {
        NetworkType<?> type = network.type();
        Path weights = Objects.requireNonNull(file, "the option is required");
        WritableFile.require("--save", weights);
        Shape images = type.images();
        Preprocessing preprocessing = pictures.of(new ImageFormat(images.channels(), images.height(), images.width()));
        try (NeuralNetwork imported = type.importTorch(
                Objects.requireNonNull(from, "the option is required"),
                KernelSets.preferred(),
                labels == null ? numbers(type) : names(type, labels),
                preprocessing)) {
            imported.save(weights);
        }
        System.out.println("saved to " + weights);
    }

    private static List<String> numbers(NetworkType<?> type) {
        return IntStream.range(0, type.target().labels())
                .mapToObj(Integer::toString)
                .toList();
    }

    private static List<String> names(NetworkType<?> type, Path file) {
        List<String> names = ClassNames.read(file);
        if (names.size() != type.target().labels()) {
            throw new IllegalArgumentException(
                    "--labels must name the " + type.target().labels() + " classes of "
                            + type.structure().name() + ", found " + names.size() + " lines in " + file);
        }
        return names;
    }
}
