package dev.netwright.tests.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.chart.Axis;
import dev.netwright.runtime.chart.Line;
import dev.netwright.runtime.chart.LineChart;
import dev.netwright.runtime.chart.Point;
import dev.netwright.runtime.chart.SvgDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture in {@code docs} shows the numbers beside it; {@code -Dgolden.update=true} draws it anew. */
final class LearningCurvesPictureTest {
    private static final Path NUMBERS = Path.of("..", "docs", "learning-curves.csv");
    private static final Path PICTURE = Path.of("..", "docs", "learning-curves.svg");

    @Test
    void thePictureShowsTheNumbers() throws IOException {
        List<String[]> rows = Files.readAllLines(NUMBERS).stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .toList();
        String picture = SvgDocument.of(
                chart("ResNet-18, rate 0.05", rows, "resnet-18"),
                chart("GoogLeNet, rate 0.05", rows, "googlenet"),
                chart("DenseNet, rate 0.1", rows, "densenet"));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(picture);
    }

    private static LineChart chart(String title, List<String[]> rows, String network) {
        return LineChart.of(title, Axis.whole("batch"), Axis.linear("").from(0))
                .size(300, 240)
                .line(new Line("Netwright", points(rows, network, 2)))
                .line(new Line("PyTorch", points(rows, network, 3)));
    }

    private static List<Point> points(List<String[]> rows, String network, int column) {
        return rows.stream()
                .filter(row -> row[0].equals(network))
                .map(row -> new Point(Double.parseDouble(row[1]), Double.parseDouble(row[column])))
                .toList();
    }
}
