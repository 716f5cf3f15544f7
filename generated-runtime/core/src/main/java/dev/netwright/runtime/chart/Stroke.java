package dev.netwright.runtime.chart;

import dev.netwright.runtime.html.Markup;
import java.util.ArrayList;
import java.util.List;

/** A line as it is drawn: pieces between gaps, and circles with tooltips. */
record Stroke(Plot plot, Axis across, Axis up, Line line, String style) {
    Markup markup(int mostPointsWithTooltips) {
        List<List<Point>> pieces = pieces();
        Markup drawn = new Markup();
        for (List<Point> piece : pieces) {
            if (piece.size() == 1) {
                drawn.add(
                        "<circle class=\"alone {}\" cx=\"{}\" cy=\"{}\" r=\"3\"/>\n",
                        style,
                        plot.x(piece.get(0).x()),
                        plot.y(piece.get(0).y()));
            } else {
                drawn.add("<path class=\"line {}\" d=\"{}\"/>\n", style, path(piece));
            }
        }
        if (line.points().size() <= mostPointsWithTooltips) {
            pieces.forEach(piece -> piece.forEach(point -> drawn.add(tooltip(point))));
        }
        return drawn;
    }

    /** A point out of bounds is a gap, like a point that isn't finite. */
    private List<List<Point>> pieces() {
        List<List<Point>> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (Point point : line.points()) {
            if (across.shows(point.x()) && up.shows(point.y()) && plot.holds(point)) {
                piece.add(point);
            } else if (!piece.isEmpty()) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    private Markup path(List<Point> piece) {
        Markup path = new Markup();
        String move = "M{} {}";
        for (Point point : piece) {
            path.add(move, plot.x(point.x()), plot.y(point.y()));
            move = "L{} {}";
        }
        return path;
    }

    private Markup tooltip(Point point) {
        return Markup.of(
                "<circle class=\"rest\" cx=\"{}\" cy=\"{}\" r=\"6\"><title>{}</title></circle>\n",
                plot.x(point.x()),
                plot.y(point.y()),
                line.name() + " " + Span.text(point.y(), 4) + " at " + Span.text(point.x(), 4));
    }
}
