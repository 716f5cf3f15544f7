package dev.netwright.runtime.report.html;

import dev.netwright.runtime.chart.Axis;
import dev.netwright.runtime.chart.Line;
import dev.netwright.runtime.chart.LineChart;
import dev.netwright.runtime.chart.Point;
import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.report.RecordedRun;
import dev.netwright.runtime.report.RunComparison;
import dev.netwright.runtime.training.RunPoint;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A self-contained HTML page about several runs, also well-formed XML: results, curves in common charts, and settings, of
 * which those that differ are highlighted.
 *
 * @param comparison the runs
 */
public record ComparisonPage(RunComparison comparison) {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;

    private static final String STYLE =
            "<style>.differs td, .differs th { background: var(--ground); font-weight: 620; }</style>\n";

    /** {@return the content of the page, to be written as UTF-8} */
    public String html() {
        int count = comparison.runs().size();
        return new Markup()
                .add(PageHead.of(count + " runs"))
                .add("<body>\n<main>\n")
                .add(Markup.of(STYLE))
                .add("<h1>{} runs</h1>\n", count)
                .add("<nav><a href=\"#results\">Results</a><a href=\"#curves\">Curves</a>"
                        + "<a href=\"#settings\">Settings</a></nav>\n")
                .add("<section id=\"results\"><h2>Results</h2>\n")
                .add(table(comparison.results(), false))
                .add("</section>\n<section id=\"curves\"><h2>Curves</h2>\n")
                .add(chart("Test accuracy", RunPoint::testAccuracy))
                .add(chart("Test loss", RunPoint::testLoss))
                .add(chart("Train accuracy", point -> OptionalDouble.of(point.accuracy())))
                .add(chart("Train loss", point -> OptionalDouble.of(point.loss())))
                .add(chart("Learning rate", point -> OptionalDouble.of(point.learningRate())))
                .add("</section>\n<section id=\"settings\"><h2>Settings</h2>\n")
                .add(table(comparison.settings(), true))
                .add("</section>\n</main>\n</body>\n</html>\n")
                .toString();
    }

    private Markup table(List<RunComparison.Row> rows, boolean highlights) {
        Markup table = Markup.of("<div class=\"scroll\"><table class=\"plain\"><thead><tr><th class=\"word\"></th>");
        comparison.runs().forEach(run -> table.add("<th class=\"word\">{}</th>", run.name()));
        table.add("</tr></thead><tbody>\n");
        for (RunComparison.Row row : rows) {
            table.add(highlights && row.differs() ? "<tr class=\"differs\">" : "<tr>");
            table.add("<th class=\"word\">{}</th>", row.name());
            row.cells().forEach(cell -> table.add("<td class=\"word\">{}</td>", cell));
            table.add("</tr>\n");
        }
        return table.add("</tbody></table></div>\n");
    }

    /** A line for each run that has such values, of which NaN is none; nothing if none has. */
    private Markup chart(String title, Function<RunPoint, OptionalDouble> value) {
        LineChart chart = LineChart.of(
                        title, Axis.whole("epoch").from(0), Axis.linear("").from(0))
                .size(WIDTH, HEIGHT);
        boolean isEmpty = true;
        for (RecordedRun run : comparison.runs()) {
            List<Point> points = run.points().stream()
                    .map(point -> new Point(point.epoch(), value.apply(point).orElse(Double.NaN)))
                    .filter(point -> !Double.isNaN(point.y()))
                    .toList();
            isEmpty &= points.isEmpty();
            chart = chart.line(new Line(run.name(), points));
        }
        return isEmpty ? new Markup() : Markup.of("<div class=\"scroll\">\n{}</div>\n", chart.markup());
    }
}
