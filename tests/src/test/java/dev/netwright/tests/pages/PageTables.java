package dev.netwright.tests.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables of a page that say something of the same kind of thing. */
record PageTables(List<Row> rows) {
    /**
     * A thing and what the table says of it.
     *
     * @param name what stands in the first column, without the marks of code
     * @param cells the others, by the name of their column
     */
    record Row(String name, Map<String, String> cells) {
        /** What stands in a column that the table must have. */
        String cell(String column) {
            String found = cells.get(column);
            if (found == null) {
                throw new AssertionError("no column " + column + " beside " + name + ", only " + cells.keySet());
            }
            return found;
        }
    }

    /** The tables whose first column is called so. */
    static PageTables of(Path page, String subject) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : Files.readAllLines(page)) {
            List<String> cells = line.startsWith("|") ? cells(line) : List.of();
            if (cells.isEmpty()) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells;
            } else if (header.get(0).equals(subject) && !cells.get(0).startsWith("-")) {
                rows.add(row(header, cells));
            }
        }
        return new PageTables(rows);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static Row row(List<String> header, List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < Math.min(header.size(), cells.size()); i++) {
            values.put(header.get(i), cells.get(i));
        }
        return new Row(cells.get(0).replace("`", ""), values);
    }
}
