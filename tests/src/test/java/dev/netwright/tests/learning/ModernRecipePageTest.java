package dev.netwright.tests.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.chart.Axis;
import dev.netwright.runtime.chart.Line;
import dev.netwright.runtime.chart.LineChart;
import dev.netwright.runtime.chart.Point;
import dev.netwright.runtime.chart.SvgDocument;
import dev.netwright.tests.pages.GeneratedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The picture and the table of {@code docs/modern-recipe.md} are the numbers beside it, and its code is the example's;
 * {@code -Dgolden.update=true} draws and writes them anew.
 */
final class ModernRecipePageTest {
    private static final Path PAGE = Path.of("..", "docs", "modern-recipe.md");
    private static final Path NUMBERS = Path.of("..", "docs", "modern-recipe.csv");
    private static final Path PICTURE = Path.of("..", "docs", "modern-recipe.svg");
    private static final Path EXAMPLE = Path.of(
            "..",
            "examples",
            "src",
            "main",
            "java",
            "dev",
            "netwright",
            "examples",
            "tutorial",
            "ShortModernRecipe.java");
    private static final Pattern CODE = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String HEAD = """
            | network | epoch | train loss | train accuracy | test loss | test accuracy |
            |---|--:|--:|--:|--:|--:|
            """;

    /** The state of a run after an epoch: a row of the file. */
    private record Row(
            String network, int epoch, double trainLoss, double trainAccuracy, double testLoss, double testAccuracy) {
        static Row of(String line) {
            String[] cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5]));
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.4f | %.4f | %.4f |\n",
                    network,
                    epoch,
                    trainLoss,
                    trainAccuracy,
                    testLoss,
                    testAccuracy);
        }
    }

    @Test
    void thePictureShowsTheNumbers() throws IOException {
        List<Row> rows = rows();
        String picture = SvgDocument.of(rows.stream()
                .map(Row::network)
                .distinct()
                .map(network -> chart(network, rows))
                .toList());

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(picture);
    }

    @Test
    void theTableHasTheNumbers() throws IOException {
        new GeneratedTable(PAGE, HEAD).assertRows(rows().stream().map(Row::line));
    }

    @Test
    void theCodeOfThePageIsThatOfTheExample() throws IOException {
        Matcher code = CODE.matcher(Files.readString(PAGE));
        assertThat(code.find()).as("%s has code", PAGE).isTrue();
        assertThat(withoutSpaces(Files.readString(EXAMPLE))).contains(withoutSpaces(code.group(1)));
    }

    /** A formatter breaks the example's lines elsewhere than a page does. */
    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows =
                Files.readAllLines(NUMBERS).stream().skip(1).map(Row::of).toList();
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static LineChart chart(String network, List<Row> rows) {
        return LineChart.of(
                        network, Axis.whole("epoch"), Axis.linear("accuracy").to(1))
                .size(360, 260)
                .line(new Line("train", points(network, rows, Row::trainAccuracy)))
                .line(new Line("test", points(network, rows, Row::testAccuracy)));
    }

    private static List<Point> points(String network, List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream()
                .filter(row -> row.network().equals(network))
                .map(row -> new Point(row.epoch(), value.applyAsDouble(row)))
                .toList();
    }
}
