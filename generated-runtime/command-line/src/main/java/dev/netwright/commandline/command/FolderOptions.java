package dev.netwright.commandline.command;

import dev.netwright.runtime.source.PictureFiles;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.source.SkippedPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for finding and reading picture files. */
final class FolderOptions {
    @Option(
            names = "--root",
            paramLabel = "<folder>",
            description = "The folder of a CSV file's pictures (default: the CSV file's folder).")
    private @Nullable Path root;

    @Option(
            names = "--skip-unreadable",
            description = "Leaves out unreadable pictures and lists them, instead of stopping.")
    private boolean skipsUnreadable;

    @Option(
            names = "--decode-first",
            description = "Decodes every picture before the work begins, so damaged pixels stop the command at once.")
    private boolean isDecodedFirst;

    /**
     * A folder whose files are checked when they are listed, so that a command doesn't fail after an hour because of
     * one of them.
     */
    PictureFolder at(Path folder) {
        PictureFolder pictures = PictureFolder.at(folder);
        if (skipsUnreadable) {
            return pictures.skipUnreadable();
        }
        return isDecodedFirst ? pictures.checkedByDecoding() : pictures.checked();
    }

    /** The folder of the pictures in a CSV file. */
    PictureFolder ofList(Path csv) {
        return at(root == null ? parent(csv) : root);
    }

    /**
     * Pictures without classes for {@code --pictures}: a folder's, those of a CSV file with the column image, or one.
     *
     * @throws IllegalArgumentException if there is nothing
     */
    PictureFiles unlabelled(Path where) {
        if (Files.isDirectory(where)) {
            return at(where).all();
        }
        if (!Files.isRegularFile(where)) {
            throw new IllegalArgumentException(
                    "--pictures must be a folder, a CSV file or a picture, found nothing at " + where);
        }
        if (PictureFolder.isPicture(where)) {
            return at(parent(where)).named(String.valueOf(where.getFileName()));
        }
        return ofList(where).listedIn(where);
    }

    /** The folder that contains a file. */
    static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file lies in a folder");
    }

    /** Prints the skipped pictures. */
    static void print(List<SkippedPicture> skipped) {
        skipped.forEach(picture -> System.err.println("skipped: " + picture.name() + ": " + picture.reason()));
    }
}
