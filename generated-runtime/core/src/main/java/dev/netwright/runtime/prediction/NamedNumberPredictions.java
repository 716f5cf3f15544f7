package dev.netwright.runtime.prediction;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Predictions of numbers for named pictures, in the order of the list or folder that they come from.
 *
 * @param names names of the pictures
 * @param predictions predictions for the same pictures
 */
public record NamedNumberPredictions(List<String> names, NumberPredictions predictions) {
    /**
     * Copies the names.
     *
     * @param names names of the pictures
     * @param predictions predictions for the same pictures
     * @throws IllegalArgumentException if the numbers of names and predictions differ
     */
    public NamedNumberPredictions {
        names = List.copyOf(names);
        PredictionFile.requireNames(names, predictions.size());
    }

    /**
     * Writes the column {@code image} with each picture's name, and a column with each number, as CSV in UTF-8 with a header line and line feeds.
     * An existing file is replaced atomically.
     *
     * @param file the file to create or replace
     * @throws java.io.UncheckedIOException if the file can't be written; the message names it and the fix
     */
    public void writeSubmission(Path file) {
        PredictionFile.write(
                file,
                PredictionFile.row("image", predictions.names().stream()),
                names.size(),
                i -> PredictionFile.row(names.get(i), numbers(predictions.values(i))));
    }

    private static Stream<String> numbers(float... values) {
        return IntStream.range(0, values.length).mapToObj(k -> Float.toString(values[k]));
    }
}
