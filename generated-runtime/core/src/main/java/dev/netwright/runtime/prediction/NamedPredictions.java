package dev.netwright.runtime.prediction;

import java.nio.file.Path;
import java.util.List;

/**
 * Predictions for named pictures, in the order of the list or folder that they come from.
 *
 * @param names names of the pictures
 * @param predictions predictions for the same pictures
 */
public record NamedPredictions(List<String> names, Predictions predictions) {
    /**
     * Copies the names.
     *
     * @param names names of the pictures
     * @param predictions predictions for the same pictures
     * @throws IllegalArgumentException if the numbers of names and predictions differ
     */
    public NamedPredictions {
        names = List.copyOf(names);
        PredictionFile.requireNames(names, predictions.size());
    }

    /**
     * Writes the columns {@code image} and {@code label}; see {@link #writeSubmission(Path, String, String)}.
     *
     * @param file the file to create or replace
     * @throws java.io.UncheckedIOException if the file can't be written; the message names it and the fix
     */
    public void writeSubmission(Path file) {
        writeSubmission(file, "image", "label");
    }

    /**
     * Writes each picture's name and most probable class as CSV, as pandas' {@code to_csv(file, index=False)} does:
     * UTF-8, a header line, line feeds, and quotes where needed. An existing file is replaced atomically.
     *
     * @param file the file to create or replace
     * @param nameColumn header of the column with the names
     * @param labelColumn header of the column with the classes
     * @throws java.io.UncheckedIOException if the file can't be written; the message names it and the fix
     */
    public void writeSubmission(Path file, String nameColumn, String labelColumn) {
        List<String> labels = predictions.bestLabels();
        PredictionFile.write(
                file, List.of(nameColumn, labelColumn), names.size(), i -> List.of(names.get(i), labels.get(i)));
    }
}
