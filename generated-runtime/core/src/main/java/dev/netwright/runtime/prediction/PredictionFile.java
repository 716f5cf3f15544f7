package dev.netwright.runtime.prediction;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.netwright.runtime.checkpoint.AtomicFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A table of predictions as CSV, as pandas' {@code to_csv(file, index=False)} writes it. */
final class PredictionFile {
    private PredictionFile() {}

    /** Replaces the file atomically. */
    static void write(Path file, List<String> header, int rows, IntFunction<List<String>> row) {
        AtomicFile.replace(file, channel -> {
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(Channels.newWriter(channel, StandardCharsets.UTF_8));
            try {
                csv.writeRecord(header);
                for (int i = 0; i < rows; i++) {
                    csv.writeRecord(row.apply(i));
                }
            } catch (UncheckedIOException e) {
                // FastCSV's, which names neither the file nor the fix.
                throw e.getCause();
            }
            csv.flush();
        });
    }

    /** A row that begins with the picture's name, or the header of these names. */
    static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    /**
     * Requires a prediction for each name.
     *
     * @throws IllegalArgumentException if the numbers of names and predictions differ
     */
    static void requireNames(List<String> names, int predictions) {
        if (names.size() != predictions) {
            throw new IllegalArgumentException("each name must have a prediction, found " + names.size() + " names and "
                    + predictions + " predictions");
        }
    }
}
