package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import java.nio.file.Path;
import java.util.List;

/** Reads class names from a text file, one per line, in the order of a network's outputs. */
public final class ClassNames {
    private ClassNames() {}

    /**
     * Reads the names. Whitespace around a name and empty lines at the end are ignored. A name may occur twice:
     * ImageNet has two classes named crane.
     *
     * @param file a UTF-8 text file
     * @return the names, at least one
     * @throws MalformedDataException if a line before the last name is empty, or the file has no names
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public static List<String> read(Path file) {
        List<String> names = Utf8File.text(file, Utf8File.content(file))
                .stripTrailing()
                .lines()
                .map(String::strip)
                .toList();
        int empty = names.indexOf("");
        if (names.isEmpty() || empty >= 0) {
            throw new MalformedDataException(
                    names.isEmpty() ? file.toString() : file + ", line " + (empty + 1),
                    "the name of a class in each line",
                    names.isEmpty() ? "an empty file" : "an empty line",
                    "write the names in the order of the network's outputs");
        }
        return names;
    }
}
