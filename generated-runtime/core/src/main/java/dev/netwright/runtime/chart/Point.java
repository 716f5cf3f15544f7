package dev.netwright.runtime.chart;

/**
 * A point of a line. A point that isn't finite, or isn't positive on a logarithmic axis, is a gap.
 *
 * @param x number on the horizontal axis
 * @param y number on the vertical axis
 */
public record Point(double x, double y) {}
