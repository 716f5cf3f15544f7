package dev.netwright.runtime.chart;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name for the legend
 * @param points in the order in which they are joined
 */
public record Line(String name, List<Point> points) {
    /** Copies the list. */
    public Line {
        points = List.copyOf(points);
    }
}
