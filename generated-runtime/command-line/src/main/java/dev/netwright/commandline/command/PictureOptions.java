package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.PathArgument;
import dev.netwright.runtime.data.DataSignature;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.source.LabelledPictureFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Options for labelled pictures: Fashion-MNIST, a folder for each class, or a CSV list of files. */
final class PictureOptions {
    static final String WHERE =
            "fashion-mnist, bundled (the 7,000 pictures that come with the library), a folder with a folder for each class,"
                    + " or a CSV file with the columns image and label";

    private static final String FASHION_MNIST = "fashion-mnist";
    private static final String BUNDLED = "bundled";

    @Mixin
    private final FolderOptions folders = new FolderOptions();

    /** Whether the source also has its own test pictures. */
    static boolean hasTestPictures(String where) {
        return where.equals(FASHION_MNIST) || where.equals(BUNDLED);
    }

    /** Training pictures. */
    Pictures training(String where, int channels) {
        return switch (where) {
            case FASHION_MNIST -> FashionMnist.train();
            case BUNDLED -> FashionMnist.bundledTrain();
            default -> pictures(files(where), channels);
        };
    }

    /** Pictures with their own classes, which a network need not have; test pictures where the source has its own. */
    Pictures unmatched(String where, int channels) {
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

    /**
     * Pictures to evaluate, with their classes numbered as in a network, unless its classes have only numbers as names.
     *
     * @param labels names of the network's classes
     */
    Pictures evaluated(String where, int channels, List<String> labels) {
        return switch (where) {
            case FASHION_MNIST -> FashionMnist.test();
            case BUNDLED -> FashionMnist.bundledTest();
            default -> pictures(numbered(files(where), labels), channels);
        };
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
