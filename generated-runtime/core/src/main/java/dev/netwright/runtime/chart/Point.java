package dev.netwright.runtime.chart;

/**
 * A point of a line. One that isn't finite, or isn't positive on a logarithmic axis, is a gap.
 *
 * @param x across
 * @param y up
 */
public record Point(double x, double y) {}
