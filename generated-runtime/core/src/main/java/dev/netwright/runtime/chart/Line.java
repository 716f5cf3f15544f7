package dev.netwright.runtime.chart;

import java.util.List;

/**
 * A line of a chart.
 *
 * @param name name in the legend
 * @param points points in the order in which they are connected
 */
public record Line(String name, List<Point> points) {
    /**
     * Copies the list.
     *
     * @param name name in the legend
     * @param points points in the order in which they are connected
     */
    public Line {
        points = List.copyOf(points);
    }
}
