package dev.netwright.runtime.report.html;

import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.ClassOutcome;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.PixelEvaluation;
import dev.netwright.runtime.training.RunEnd;
import dev.netwright.runtime.training.RunPoint;
import dev.netwright.runtime.training.RunStart;
import dev.netwright.runtime.training.StopReason;
import dev.netwright.runtime.training.TestOutcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The top of the page: progress and results of the run. */
final class RunOverview {
    private RunOverview() {}

    static Markup of(RunPage page) {
        return new Markup().add(title(page)).add(figures(page)).add(links(page));
    }

    private static Markup title(RunPage page) {
        RunStart start = page.start();
        return Markup.of(
                "<p class=\"package\">{}</p>\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n",
                page.packageName(),
                page.className(),
                String.format(
                        Locale.ROOT,
                        "%s; %,d parameters, trained on %,d images in batches of %d; %s kernels on %s",
                        progress(page),
                        start.parameters(),
                        start.images(),
                        start.batch(),
                        start.kernels(),
                        start.device()));
    }

    private static String progress(RunPage page) {
        int epochs = page.start().epochs();
        String all = epochs == 1 ? "1 epoch" : epochs + " epochs";
        String learned = learned(page.points());
        if (page.end().isEmpty()) {
            return learned + " of " + all;
        }
        StopReason reason = page.end().get().reason();
        return reason == StopReason.ALL_EPOCHS
                ? all + ", ended"
                : "ended after " + learned + " of " + all + ", because " + reason.text();
    }

    /** Number of epochs, with tenths of one that was interrupted. */
    private static String learned(List<RunPoint> points) {
        double epochs = points.isEmpty() ? 0 : last(points).epoch();
        return epochs == Math.rint(epochs)
                ? String.format(Locale.ROOT, "%.0f", epochs)
                : String.format(Locale.ROOT, "%.1f", Math.floor(10 * epochs) / 10);
    }

    private static Markup figures(RunPage page) {
        Markup figures = Markup.of("<dl class=\"figures\">\n");
        List<RunPoint> points = page.points();
        if (points.isEmpty()) {
            return figures.add("</dl>\n");
        }
        RunPoint last = last(points);
        Optional<RunPoint> tested = points.stream()
                .filter(point -> point.testAccuracy().isPresent())
                .reduce((earlier, later) -> later);
        if (tested.isPresent()) {
            Optional<RunPoint> best = points.stream()
                    .filter(point -> Double.isFinite(point.testAccuracy().orElse(Double.NaN)))
                    .max(Comparator.comparingDouble(
                            point -> point.testAccuracy().getAsDouble()));
            if (!hasNoAccuracy(last)) {
                figures.add(figure(
                        "Test accuracy",
                        number(tested.get().testAccuracy().getAsDouble()),
                        best.map(point -> "best " + number(point.testAccuracy().getAsDouble()) + " after epoch "
                                        + Math.round(point.epoch()))
                                .orElse("no output was a finite number")));
            }
            figures.add(figure(
                    "Test loss",
                    number(tested.get().testLoss().orElse(Double.NaN)),
                    "after epoch " + Math.round(tested.get().epoch())));
        }
        page.outcome().ifPresent(outcome -> figures.add(scores(outcome)));
        if (!hasNoAccuracy(last)) {
            figures.add(figure("Train accuracy", number(last.accuracy()), "over the last epoch"));
        }
        figures.add(figure("Train loss", number(last.loss()), "over the last epoch"));
        figures.add(figure(
                "Images per second",
                String.format(Locale.ROOT, "%,.0f", last.imagesPerSecond()),
                "forward, backward, update"));
        page.end()
                .flatMap(RunEnd::kept)
                .ifPresent(kept -> figures.add(figure(
                        "Weights",
                        "epoch " + kept.epoch(),
                        "the best by " + kept.metric().text())));
        figures.add(figure("Time", time(points), "since the first point"));
        return figures.add("</dl>\n");
    }

    /** Numbers and pixels have no images that are right or wrong. */
    private static boolean hasNoAccuracy(RunPoint point) {
        return Double.isNaN(point.accuracy());
    }

    private static Markup scores(TestOutcome outcome) {
        if (outcome instanceof LabelEvaluation labels) {
            return figure("Mean average precision", number(labels.meanAveragePrecision()), "of the test images");
        }
        if (outcome instanceof PixelEvaluation pixels) {
            return figure("Mean IoU", number(pixels.meanIoU()), "pixel accuracy " + number(pixels.accuracy()));
        }
        return outcome instanceof NumberEvaluation numbers
                ? figure("R²", number(numbers.r2()), "of the test images")
                : new Markup();
    }

    private static Markup figure(String what, String value, String small) {
        return Markup.of("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>\n", what, value, small);
    }

    private static Markup links(RunPage page) {
        Markup links = Markup.of("<nav><a href=\"#curves\">Curves</a>");
        page.outcome()
                .ifPresent(outcome -> links.add(
                        outcome instanceof ClassOutcome
                                ? Markup.of("<a href=\"#confusion\">Confusion</a><a href=\"#classes\">Classes</a>"
                                        + "<a href=\"#mistakes\">Mistakes</a>")
                                : Markup.of("<a href=\"#targets\">{}</a>", TargetTable.title(outcome))));
        if (page.card().isPresent()) {
            links.add("<a href=\"#network\">Network</a>");
        }
        return links.add("<a href=\"#configuration\">Configuration</a></nav>\n");
    }

    private static RunPoint last(List<RunPoint> points) {
        return points.get(points.size() - 1);
    }

    private static String number(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.3f", number) : Double.toString(number);
    }

    private static String time(List<RunPoint> points) {
        Duration time = Duration.between(points.get(0).time(), last(points).time());
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
