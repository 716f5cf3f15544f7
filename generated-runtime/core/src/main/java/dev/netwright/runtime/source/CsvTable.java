package dev.netwright.runtime.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.fault.FileFault;
import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a CSV file (RFC 4180, UTF-8, with a header line). The whole file must be valid.
 *
 * @param rows the rows, at least one
 */
record CsvTable(List<Row> rows) {
    /**
     * The values of a row.
     *
     * @param where file and line, for messages
     * @param values values of the requested columns, none empty
     */
    record Row(String where, List<String> values) {
        String value(int column) {
            return values.get(column);
        }
    }

    /**
     * Reads some columns of a file.
     *
     * @param columns names of the columns
     * @throws MalformedDataException if the file isn't such a table or lacks a column
     * @throws UncheckedIOException if the file can't be read
     */
    static CsvTable read(Path file, List<String> columns) {
        return parse(file, Utf8File.content(file), columns);
    }

    /** Parses a file's content; see {@link #read}. */
    static CsvTable parse(Path file, byte[] content, List<String> columns) {
        String text = Utf8File.text(file, content);
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            Header header = null;
            for (CsvRecord record : records) {
                if (header == null) {
                    header = Header.of(file, record, columns);
                } else {
                    rows.add(header.row(file, record));
                }
            }
            if (header == null) {
                throw refused(
                        file,
                        "a header line with the names of the columns",
                        "an empty file",
                        "write " + headerLine(columns));
            }
        } catch (CsvParseException e) {
            throw refused(file, "CSV (RFC 4180)", "text that isn't (" + reason(e) + ")", "correct the quotes");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
        if (rows.isEmpty()) {
            throw refused(file, "a line for each picture", "only the header line", "list the pictures");
        }
        return new CsvTable(List.copyOf(rows));
    }

    /**
     * The names in the header line.
     *
     * @throws MalformedDataException if there is none
     */
    static List<String> columns(Path file) {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .allowUnclosedQuote(false)
                .ofCsvRecord(Utf8File.text(file, Utf8File.content(file)))) {
            for (CsvRecord record : records) {
                return List.copyOf(record.getFields());
            }
            throw refused(file, "a header line with the names of the columns", "an empty file", "write one");
        } catch (CsvParseException e) {
            throw refused(file, "CSV (RFC 4180)", "text that isn't (" + reason(e) + ")", "correct the quotes");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read: " + FileFault.reason(e), e);
        }
    }

    /** Indices of the requested columns, and the number of all columns. */
    private record Header(List<String> columns, List<Integer> places, int count) {
        static Header of(Path file, CsvRecord record, List<String> columns) {
            List<String> found = record.getFields();
            List<Integer> places = new ArrayList<>();
            for (String column : columns) {
                int place = found.indexOf(column);
                if (place < 0) {
                    throw refused(
                            where(file, record),
                            "the column '" + column + "'",
                            "the columns '" + String.join("', '", found) + "'",
                            Fix.of("make " + headerLine(columns) + " the header line, with commas between the columns"),
                            Fix.of("name the columns with ", Setting.COLUMNS));
                }
                if (found.lastIndexOf(column) != place) {
                    throw refused(where(file, record), "one column '" + column + "'", "several", "rename all but one");
                }
                places.add(place);
            }
            return new Header(columns, List.copyOf(places), found.size());
        }

        Row row(Path file, CsvRecord record) {
            String where = where(file, record);
            if (record.getFieldCount() != count) {
                throw refused(
                        where,
                        count + (count == 1 ? " field" : " fields") + " as in the header line",
                        record.getFieldCount() + ": '" + String.join("', '", record.getFields()) + "'",
                        "correct the line; put a field with a comma in double quotes");
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                String value = record.getField(places.get(i));
                if (value.isBlank()) {
                    throw refused(
                            where, "a value in column '" + columns.get(i) + "'", "none", "write it or remove the line");
                }
                values.add(value);
            }
            return new Row(where, List.copyOf(values));
        }
    }

    private static String headerLine(List<String> columns) {
        return "'" + String.join(",", columns) + "'";
    }

    private static String where(Path file, CsvRecord record) {
        return file + ", line " + record.getStartingLineNumber();
    }

    private static String reason(CsvParseException e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    private static MalformedDataException refused(Object where, String expected, String found, String fix) {
        return refused(where, expected, found, Fix.of(fix));
    }

    private static MalformedDataException refused(Object where, String expected, String found, Fix... fixes) {
        return new MalformedDataException(where.toString(), expected, found, fixes);
    }
}
