package dev.netwright.tests.pages;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The curves of {@code docs/tutorials/d2l-notes.md} show the run that is printed above them; {@code -Dgolden.update=true} draws them anew. */
final class TutorialPictureTest {
    private static final Path PAGE = Path.of("..", "docs", "tutorials", "d2l-notes.md");
    private static final Path PICTURE = Path.of("..", "docs", "images", "lenet.svg");
    private static final Pattern EPOCH = Pattern.compile(
            "^epoch (\\d+), loss ([\\d.]+), train acc ([\\d.]+), test acc ([\\d.]+),", Pattern.MULTILINE);

    @Test
    void thePictureShowsTheRun() throws IOException {
        String run = PageCommands.of(PAGE).shown().stream()
                .filter(shown -> shown.line().contains("experiment lenet "))
                .map(PageCommands.Shown::block)
                .findFirst()
                .orElseThrow();
        List<MatchResult> epochs = EPOCH.matcher(run).results().toList();
        assertThat(epochs).hasSize(20);
        String picture = SvgDocument.of(LineChart.of(
                        "LeNet, rate 0.5", Axis.whole("epoch"), Axis.linear("").from(0))
                .size(520, 280)
                .line(line("train loss", epochs, 2))
                .line(line("train acc", epochs, 3))
                .line(line("test acc", epochs, 4)));

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(picture);
    }

    private static Line line(String name, List<MatchResult> epochs, int group) {
        return new Line(
                name,
                epochs.stream()
                        .map(epoch ->
                                new Point(Integer.parseInt(epoch.group(1)), Double.parseDouble(epoch.group(group))))
                        .toList());
    }
}
