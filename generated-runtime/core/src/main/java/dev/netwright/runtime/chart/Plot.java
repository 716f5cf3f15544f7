package dev.netwright.runtime.chart;

/** The plot's rectangle on a chart, in pixels from the chart's upper left corner. */
record Plot(
        Span horizontal,
        Span vertical,
        double left,
        double right,
        double top,
        double bottom,
        int ticksAcross,
        int ticksUp) {
    double x(double number) {
        return left + horizontal.place(number) * (right - left);
    }

    double y(double number) {
        return bottom - vertical.place(number) * (bottom - top);
    }

    /** Whether a point lies within the bounds of both axes. */
    boolean holds(Point point) {
        return isWithin(horizontal.place(point.x())) && isWithin(vertical.place(point.y()));
    }

    private static boolean isWithin(double place) {
        return place >= -1e-9 && place <= 1 + 1e-9;
    }
}
