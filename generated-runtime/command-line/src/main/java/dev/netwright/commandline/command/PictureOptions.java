package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.PathArgument;
import dev.netwright.operation.Target;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.source.LabelledPictureFiles;
import dev.netwright.runtime.source.MaskedPictures;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.source.PictureTargets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for labelled pictures: Fashion-MNIST, a folder for each class, or a CSV list of files. */
final class PictureOptions {
    static final String WHERE =
            "fashion-mnist, bundled (the 7,000 pictures that come with the library), a folder with a folder for each class,"
                    + " a CSV file with the columns image and label, or a folder with the folders images and masks";

    private static final String FASHION_MNIST = "fashion-mnist";
    private static final String BUNDLED = "bundled";

    private static final String IMAGE = "image";

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    @Option(
            names = "--labels",
            paramLabel = "<columns>",
            split = ",",
            description =
                    "For networks of several labels or numbers: the CSV file's columns of them, with commas between them"
                            + " (default: those that the weights have, or all but image). For networks of pixels: the names of the"
                            + " classes (default: those that the weights have, or numbers).")
    private List<String> columns = List.of();

    @Mixin
    private final MaskOptions masks = new MaskOptions();

    /** Whether the source also has its own test pictures. */
    static boolean hasTestPictures(String where) {
        return where.equals(FASHION_MNIST) || where.equals(BUNDLED);
    }

    /** Pictures of no network: their names are of classes, unless {@code --labels} names columns. */
    Pictures training(String where, int channels) {
        masks.requireNone("this command reads no masks");
        return hasTestPictures(where) && columns.isEmpty()
                ? where.equals(BUNDLED) ? FashionMnist.bundledTrain() : FashionMnist.train()
                : unmatched(where, channels);
    }

    /** The pictures to train a network on. */
    Pictures training(String where, NetworkType<?> type) {
        int channels = type.images().channels();
        if (type.target() instanceof Target.PerPixel pixels) {
            return masked(where, pixels, DataSignature.numbers(pixels.classes()), channels);
        }
        return isOfColumns(type)
                ? pictures(targets(where, type.target(), List.of()), channels)
                : training(where, channels);
    }

    /** Pictures with their own classes, which a network need not have; test pictures where the source has its own. */
    Pictures unmatched(String where, int channels) {
        masks.requireNone("this command reads no masks");
        if (!columns.isEmpty()) {
            return pictures(targets(where, new Target.Numbers(columns.size()), columns), channels);
        }
        return switch (where) {
            case FASHION_MNIST -> FashionMnist.test();
            case BUNDLED -> FashionMnist.bundledTest();
            default -> pictures(files(where), channels);
        };
    }

    /** How files are found and read. */
    FolderOptions folders() {
        return folders;
    }

    /** The pictures to evaluate a network on, whose classes, labels or numbers have the given names. */
    Pictures evaluated(String where, NetworkType<?> type, List<String> names) {
        int channels = type.images().channels();
        if (type.target() instanceof Target.PerPixel pixels) {
            return masked(where, pixels, names, channels);
        }
        if (isOfColumns(type)) {
            boolean isUnnamed = names.equals(DataSignature.numbers(names.size()));
            return pictures(targets(where, type.target(), isUnnamed ? List.of() : names), channels);
        }
        return switch (where) {
            case FASHION_MNIST -> FashionMnist.test();
            case BUNDLED -> FashionMnist.bundledTest();
            default -> pictures(numbered(files(where), names), channels);
        };
    }

    /** Whether what the network learns is in columns of a CSV file. */
    private boolean isOfColumns(NetworkType<?> type) {
        boolean isOfClasses = type.target() instanceof Target.OneClass;
        masks.requireNone(type.structure().name() + " learns " + type.target().text());
        if (isOfClasses && !columns.isEmpty()) {
            throw new IllegalArgumentException("--labels is for networks of several labels or numbers, and "
                    + type.structure().name() + " learns " + type.target().text() + "; leave it out");
        }
        return !isOfClasses;
    }

    private PictureTargets targets(String where, Target target, List<String> names) {
        Path csv =
                where.equals(FASHION_MNIST) || where.equals(BUNDLED) ? Path.of("") : PathArgument.of("--data", where);
        if (!Files.isRegularFile(csv)) {
            throw new IllegalArgumentException(
                    "labels and numbers of pictures are in columns: --data must be a CSV file with the column image and"
                            + " one for each, found '" + where + "'");
        }
        List<String> wanted = columns.isEmpty() ? names : columns;
        List<String> learned = wanted.isEmpty()
                ? PictureFolder.columns(csv).stream()
                        .filter(column -> !column.equals(IMAGE))
                        .toList()
                : wanted;
        if (learned.isEmpty()) {
            throw new IllegalArgumentException("--data must have a column beside image to learn, found none in " + csv);
        }
        PictureFolder folder = folders.ofList(csv);
        return target instanceof Target.SeveralLabels
                ? folder.labelledBy(csv, IMAGE, learned)
                : folder.numberedBy(csv, IMAGE, learned);
    }

    private Pictures masked(String where, Target.PerPixel target, List<String> names, int channels) {
        Path folder =
                where.equals(FASHION_MNIST) || where.equals(BUNDLED) ? Path.of("") : PathArgument.of("--data", where);
        if (where.equals(FASHION_MNIST) || where.equals(BUNDLED) || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--network learns " + target.text()
                    + ", and --data must be a folder with the folders images and masks, found '" + where + "'");
        }
        MaskedPictures files = folders.at(folder).masked(masks.classes(columns.isEmpty() ? names : columns));
        FolderOptions.print(files.skipped());
        return channels == 1 ? files.grey() : files.rgb();
    }

    private static Pictures pictures(PictureTargets files, int channels) {
        FolderOptions.print(files.skipped());
        return channels == 1 ? files.grey() : files.rgb();
    }

    private static LabelledPictureFiles numbered(LabelledPictureFiles files, List<String> labels) {
        boolean isUnnamed = labels.equals(DataSignature.numbers(labels.size()))
                && !new HashSet<>(labels).containsAll(files.labels());
        return isUnnamed ? files : files.withLabels(labels);
    }

    private LabelledPictureFiles files(String where) {
        Path path = PathArgument.of("--data", where);
        if (Files.isDirectory(path)) {
            return folders.at(path).labelledByFolder();
        }
        if (Files.isRegularFile(path)) {
            return folders.ofList(path).labelledBy(path);
        }
        throw new IllegalArgumentException("there are no pictures at '" + where + "'; --data must be " + WHERE
                + "; relative paths start at " + Path.of("").toAbsolutePath());
    }

    private static Pictures pictures(LabelledPictureFiles files, int channels) {
        FolderOptions.print(files.skipped());
        return switch (channels) {
            case 1 -> files.grey();
            case 3 -> files.rgb();
            default ->
                throw new IllegalArgumentException(
                        "--network must read images of 1 or 3 channels, found a network that reads " + channels);
        };
    }
}
