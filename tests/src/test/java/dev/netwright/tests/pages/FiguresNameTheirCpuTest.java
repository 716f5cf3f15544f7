package dev.netwright.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Times and rates differ from CPU to CPU: whoever reads some must learn whose they are. */
final class FiguresNameTheirCpuTest {
    private static final Path ROOT = Path.of("..");

    /** {@code 7.2 ms}, {@code 466 GFLOP/s}, {@code time 5.0 sec}, or a column {@code | ms |} of a table. */
    private static final Pattern FIGURE =
            Pattern.compile("\\d (ms|GFLOP/s|sec\\b|sec/batch|examples/sec)|\\| *(train |training step, )?ms *\\|");

    private static final Pattern CPU = Pattern.compile("Zen \\d|EPYC|Xeon|Core i\\d");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");

    /** Below each heading of the second rank, and above the first. */
    @Test
    void everySectionWithTimesOrRatesNamesACpu() throws IOException {
        int sections = 0;
        for (Path page : pages()) {
            for (String section : HEADING.splitAsStream(Files.readString(page)).toList()) {
                Matcher figure = FIGURE.matcher(section);
                if (figure.find()) {
                    assertThat(CPU.matcher(section).find())
                            .as("%s has \"%s\" of no named CPU below: %s", page, figure.group(), firstLine(section))
                            .isTrue();
                    sections++;
                }
            }
        }
        assertThat(sections).isGreaterThan(5);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            pages.filter(page -> page.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    private static String firstLine(String section) {
        return section.lines().findFirst().orElse("");
    }
}
