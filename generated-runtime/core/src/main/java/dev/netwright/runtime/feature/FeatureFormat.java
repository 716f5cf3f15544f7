package dev.netwright.runtime.feature;

import dev.netwright.runtime.checkpoint.AtomicFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of files of features. The ending of the file's name chooses one. */
public enum FeatureFormat {
    /**
     * NumPy's array file: {@code numpy.load(file)} is an array of float32 with a row for each picture, of the shape of the
     * stage: {@code (pictures, 512)} or {@code (pictures, 256, 14, 14)}. Format version 1.0,
     * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
     */
    NUMPY(".npy") {
        @Override
        AtomicFile.Content content(FeatureTable table) {
            return channel -> NumpyArray.write(channel, table);
        }
    },

    /**
     * A table with a header line and a row for each picture: its name, its class if it is known, and its values in the
     * shortest decimal digits that give the same float32 again. UTF-8, line feeds, and quotes where needed.
     */
    CSV(".csv") {
        @Override
        AtomicFile.Content content(FeatureTable table) {
            return channel -> FeatureRows.write(channel, table);
        }
    };

    private final String ending;

    FeatureFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format of a file.
     *
     * @param file the file to be written
     * @return the format that the end of its name stands for
     * @throws IllegalArgumentException if no format has this ending
     */
    public static FeatureFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a file of features must end in "
                        + Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(" or "))
                        + ", found " + file));
    }

    abstract AtomicFile.Content content(FeatureTable table);

    void write(Path file, FeatureTable table) {
        AtomicFile.replace(file, content(table));
    }
}
