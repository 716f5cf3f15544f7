package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.fault.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a picture in its source.
 *
 * @param name path below the folder of pictures
 * @param where file and line that contain the name, for messages
 * @param isListed whether the name comes from a list; otherwise it was found in the folder
 */
record NamedPicture(String name, String where, boolean isListed) {
    /** Absolute paths of any system, because a list may come from another one. */
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

    private static final String FIX = "write the path of a picture below the folder";

    /** A name in a list. */
    static NamedPicture listed(String name, String where) {
        return new NamedPicture(name, where, true);
    }

    /** The name of a file that was found below a folder. */
    static NamedPicture found(String name, Path root) {
        return new NamedPicture(name, root.toString(), false);
    }

    /**
     * A picture's file without links, or the reason why there is none.
     *
     * @param fault the reason, as a phrase for a message with "found"
     */
    record Located(Optional<Path> file, String fault) {
        private static Located at(Path file) {
            return new Located(Optional.of(file), "");
        }

        private static Located nowhere(String fault) {
            return new Located(Optional.empty(), fault);
        }
    }

    /**
     * The normalized path below a folder.
     *
     * @throws MalformedDataException if the name isn't a path, or leads out of the folder
     */
    Path below(Path root) {
        if (isListed && ABSOLUTE.matcher(name).matches()) {
            throw outside(root, "the absolute path '" + name + "'");
        }
        Path relative;
        try {
            relative = Path.of(name);
        } catch (InvalidPathException e) {
            throw new MalformedDataException(
                    where, "a picture's path", "'" + name + "' (" + e.getReason() + ")", FileNames.advice(name, FIX));
        }
        if (relative.getRoot() != null) {
            throw outside(root, "the absolute path '" + name + "'");
        }
        for (Path element : relative) {
            if (element.toString().equals("..")) {
                throw outside(root, "'" + name + "', which goes up");
            }
        }
        Path shortest = relative.normalize();
        if (shortest.toString().isEmpty()) {
            throw new MalformedDataException(where, "a picture's path", "'" + name + "'", FIX);
        }
        return shortest;
    }

    /**
     * Finds the picture's file.
     *
     * @throws MalformedDataException if a link leads out of the folder
     * @throws UncheckedIOException if the file's attributes can't be read
     */
    Located in(Path root) {
        Path file = root.resolve(below(root));
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                throw outside(root, "'" + name + "', a link to " + real);
            }
            if (Files.isRegularFile(real)) {
                return Located.at(real);
            }
            return Located.nowhere(Files.isDirectory(real) ? "a folder" : "a special file");
        } catch (NoSuchFileException e) {
            return Located.nowhere(Files.isSymbolicLink(file) ? "a link to nothing" : "no such file");
        } catch (FileSystemException e) {
            return Located.nowhere(
                    Files.isSymbolicLink(file)
                            ? "a link that can't be followed (" + FileFault.reason(e) + ")"
                            : "no accessible file (" + FileFault.reason(e) + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(where + ": " + file + " can't be accessed: " + FileFault.reason(e), e);
        }
    }

    private MalformedDataException outside(Path root, String found) {
        return new MalformedDataException(where, "a picture below " + root, found, FIX);
    }
}
