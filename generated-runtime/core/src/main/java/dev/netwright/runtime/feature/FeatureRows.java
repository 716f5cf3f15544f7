package dev.netwright.runtime.feature;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Features as CSV: a header line, then a line for each picture. */
final class FeatureRows {
    private FeatureRows() {}

    static void write(WritableByteChannel channel, FeatureTable table) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Channels.newWriter(channel, StandardCharsets.UTF_8));
        List<String> header = new ArrayList<>(table.columns());
        for (int i = 0; i < table.values(); i++) {
            header.add("f" + i);
        }
        writeRecord(csv, header);
        table.writeRows((index, values) -> {
            List<String> row = new ArrayList<>(table.cells(index));
            for (float value : values) {
                row.add(Float.toString(value));
            }
            writeRecord(csv, row);
        });
        csv.flush();
    }

    private static void writeRecord(CsvWriter csv, List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
