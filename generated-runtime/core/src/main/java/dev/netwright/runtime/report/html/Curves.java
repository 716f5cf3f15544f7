package dev.netwright.runtime.report.html;

import dev.netwright.runtime.chart.Axis;
import dev.netwright.runtime.chart.Line;
import dev.netwright.runtime.chart.LineChart;
import dev.netwright.runtime.chart.Point;
import dev.netwright.runtime.html.Markup;
import dev.netwright.runtime.training.RunPoint;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Losses and accuracies over epochs, as d2l's Animator draws them, and the learning rate if it changes. */
final class Curves {
    private static final int WIDTH = 1000;

    /** With larger losses, accuracies would be a flat line at the bottom, so they get their own chart. */
    private static final double MOST_LOSS_BESIDE_ACCURACIES = 5;

    private Curves() {}

    static Markup of(List<RunPoint> points) {
        if (points.isEmpty()) {
            return Markup.of("<p>No point has been measured yet.</p>\n");
        }
        Line trainLoss = line("train loss", points, RunPoint::loss);
        Line trainAccuracy = line("train accuracy", points, RunPoint::accuracy);
        List<RunPoint> tested = points.stream()
                .filter(point -> point.testAccuracy().isPresent())
                .toList();
        Line testAccuracy = line("test accuracy", tested, point -> orNothing(point.testAccuracy()));
        Line testLoss = line("test loss", tested, point -> orNothing(point.testLoss()));
        Markup charts = new Markup();
        if (points.stream().allMatch(point -> Double.isNaN(point.accuracy()))) {
            LineChart losses = chart("Loss", 300).line(trainLoss);
            charts.add(tested.isEmpty() ? show(losses) : show(losses.line(testLoss)));
        } else if (points.stream().noneMatch(point -> point.loss() > MOST_LOSS_BESIDE_ACCURACIES)) {
            LineChart chart = chart("Loss and accuracy", 400).line(trainLoss).line(trainAccuracy);
            charts.add(
                    tested.isEmpty()
                            ? show(chart)
                            : show(chart.line(testAccuracy).line(testLoss)));
        } else {
            LineChart losses = chart("Loss", 300).line(trainLoss);
            LineChart accuracies = chart("Accuracy", 300).line(trainAccuracy);
            charts.add(tested.isEmpty() ? show(losses) : show(losses.line(testLoss)));
            charts.add(tested.isEmpty() ? show(accuracies) : show(accuracies.line(testAccuracy)));
        }
        if (points.stream().mapToDouble(RunPoint::learningRate).distinct().count() > 1) {
            charts.add(show(chart("Learning rate", 220).line(line("learning rate", points, RunPoint::learningRate))));
        }
        return charts;
    }

    private static LineChart chart(String title, int height) {
        return LineChart.of(title, Axis.whole("epoch").from(0), Axis.linear("").from(0))
                .size(WIDTH, height);
    }

    private static Line line(String name, List<RunPoint> points, ToDoubleFunction<RunPoint> value) {
        return new Line(
                name,
                points.stream()
                        .map(point -> new Point(point.epoch(), value.applyAsDouble(point)))
                        .toList());
    }

    /** A missing number is a gap in the line. */
    private static double orNothing(OptionalDouble number) {
        return number.orElse(Double.NaN);
    }

    private static Markup show(LineChart chart) {
        return Markup.of("<div class=\"scroll\">\n{}</div>\n", chart.markup());
    }
}
