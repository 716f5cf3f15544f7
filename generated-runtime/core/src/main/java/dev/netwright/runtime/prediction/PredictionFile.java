package dev.netwright.runtime.prediction;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.netwright.runtime.checkpoint.AtomicFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** A table of predictions as CSV, as pandas' {@code to_csv(file, index=False)} writes it. */
final class PredictionFile {
    private PredictionFile() {}

    /** Replaces the file atomically. */
    static void write(Path file, List<String> header, int rows, IntFunction<List<String>> row) {
        AtomicFile.replace(file, channel -> {
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(Channels.newWriter(channel, StandardCharsets.UTF_8));
            csv.writeRecord(header);
            for (int i = 0; i < rows; i++) {
                csv.writeRecord(row.apply(i));
            }
            csv.flush();
        });
    }
}
