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
        if (names.size() != predictions.size()) {
            throw new IllegalArgumentException("each name must have a prediction, found " + names.size() + " names and "
                    + predictions.size() + " predictions");
        }
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
                row("image", predictions.names().stream()),
                names.size(),
                i -> row(
                        names.get(i),
                        IntStream.range(0, predictions.names().size())
                                .mapToObj(k -> Float.toString(predictions.values(i)[k]))));
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }
}
