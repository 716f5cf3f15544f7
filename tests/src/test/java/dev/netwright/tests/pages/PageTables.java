package dev.netwright.tests.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of a page that describe networks: those whose first column is called {@code network}. */
record PageTables(List<Row> rows) {
    private static final String NETWORK = "network";

    /**
     * A network and what the table says of it.
     *
     * @param network the name of its class
     * @param cells by the name of their column
     */
    record Row(String network, Map<String, String> cells) {}

    static PageTables of(Path page) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : Files.readAllLines(page)) {
            List<String> cells = line.startsWith("|") ? cells(line) : List.of();
            if (cells.isEmpty()) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells;
            } else if (header.get(0).equals(NETWORK) && !cells.get(0).startsWith("-")) {
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
