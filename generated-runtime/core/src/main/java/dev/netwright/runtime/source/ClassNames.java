package dev.netwright.runtime.source;

import dev.netwright.runtime.data.MalformedDataException;
import java.nio.file.Path;
import java.util.List;

/** Names of classes in a text file, one a line, in the order of a network's outputs. */
public final class ClassNames {
    private ClassNames() {}

    /**
     * Reads them. Blanks around a name and empty lines at the end are no part of it. A name may occur twice: the classes of
     * ImageNet have two cranes.
     *
     * @param file UTF-8
     * @throws MalformedDataException if it isn't such a list, naming the line
     * @throws java.io.UncheckedIOException if it can't be read
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
