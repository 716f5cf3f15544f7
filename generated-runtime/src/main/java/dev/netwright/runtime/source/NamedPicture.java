package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a source calls a picture.
 *
 * @param name a path below the folder of pictures
 * @param where the place that names it, as errors call it
 */
record NamedPicture(String name, String where) {
    /** Absolute on some system: whoever wrote the list may have had another than ours. */
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

    private static final String CURE = "write the path of a picture below the folder";

    /**
     * The path below a folder, in its shortest form.
     *
     * @throws MalformedDataException if the name is none, or leads out of the folder
     */
    Path below(Path root) {
        if (ABSOLUTE.matcher(name).matches()) {
            throw outside(root, "the absolute path '" + name + "'");
        }
        Path relative;
        try {
            relative = Path.of(name);
        } catch (InvalidPathException e) {
            throw new MalformedDataException(where, "a picture's path", "'" + name + "' (" + e.getReason() + ")", CURE);
        }
        for (Path element : relative) {
            if (element.toString().equals("..")) {
                throw outside(root, "'" + name + "', which goes up");
            }
        }
        Path shortest = relative.normalize();
        if (shortest.toString().isEmpty()) {
            throw new MalformedDataException(where, "a picture's path", "'" + name + "'", CURE);
        }
        return shortest;
    }

    /**
     * The picture's file without links; empty if there is none.
     *
     * @throws MalformedDataException if a link leads out of the folder
     * @throws UncheckedIOException if the file can't be looked at
     */
    Optional<Path> in(Path root) {
        Path file = root.resolve(below(root));
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(root)) {
                throw outside(root, "'" + name + "', a link to " + real);
            }
            return Optional.of(real).filter(Files::isRegularFile);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(where + ": " + file + " could not be looked at: " + FileFault.reason(e), e);
        }
    }

    private MalformedDataException outside(Path root, String found) {
        return new MalformedDataException(where, "a picture below " + root, found, CURE);
    }
}
