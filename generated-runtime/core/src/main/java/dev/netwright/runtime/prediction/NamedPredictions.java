package dev.netwright.runtime.prediction;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.netwright.runtime.checkpoint.AtomicFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Answers about pictures that have names, in the order of the list or folder that named them.
 *
 * @param names of the pictures
 * @param predictions as many
 */
public record NamedPredictions(List<String> names, Predictions predictions) {
    /**
     * Copies the names.
     *
     * @throws IllegalArgumentException if there aren't as many predictions
     */
    public NamedPredictions {
        names = List.copyOf(names);
        if (names.size() != predictions.size()) {
            throw new IllegalArgumentException("each name has a prediction, found " + names.size() + " names and "
                    + predictions.size() + " predictions");
        }
    }

    /** Writes the columns {@code image} and {@code label}; see {@link #writeSubmission(Path, String, String)}. */
    public void writeSubmission(Path file) {
        writeSubmission(file, "image", "label");
    }

    /**
     * Writes each picture's name and its most probable class as CSV, the way pandas' {@code to_csv(file, index=False)} does: UTF-8, a
     * first line that names the columns, line feeds, and quotes around what needs them. A file that exists is replaced once the new
     * one is whole.
     *
     * @throws java.io.UncheckedIOException if it can't be written, naming the file and the cure
     */
    public void writeSubmission(Path file, String nameColumn, String labelColumn) {
        List<String> labels = predictions.bestLabels();
        AtomicFile.replace(file, channel -> {
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(Channels.newWriter(channel, StandardCharsets.UTF_8));
            csv.writeRecord(nameColumn, labelColumn);
            for (int i = 0; i < names.size(); i++) {
                csv.writeRecord(names.get(i), labels.get(i));
            }
            csv.flush();
        });
    }
}
