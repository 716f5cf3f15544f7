package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of a page that a test makes; {@code -Dgolden.update=true} writes it anew.
 *
 * @param page the page's file
 * @param head the table's first two lines, each with its line feed
 */
public record GeneratedTable(Path page, String head) {
    /** Fails unless the page has exactly these rows below the head; each ends with a line feed. */
    public void assertRows(Stream<String> rows) throws IOException {
        String table = rows.collect(Collectors.joining("", head, ""));
        String text = Files.readString(page);
        int from = text.indexOf(head);
        assertThat(from).as("%s has the table's head", page).isNotNegative();
        int to = text.indexOf("\n\n", from) + 1;
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        }
        assertThat(Files.readString(page)).contains(table + "\n");
    }
}
