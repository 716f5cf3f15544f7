package dev.netwright.runtime.chart;

import dev.netwright.runtime.html.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines over a common axis, with a legend; each line has its own color and dash. Immutable; each method returns a
 * changed copy.
 *
 * <pre>{@code
 * String picture = SvgDocument.of(LineChart.of("LeNet", Axis.whole("epoch"), Axis.linear("").from(0))
 *         .line(new Line("train loss", points)));
 * }</pre>
 *
 * @param title title above the chart
 * @param across the horizontal axis
 * @param up the vertical axis
 * @param lines lines in the order of the legend
 * @param marks marked positions on the horizontal axis
 * @param width width of the whole chart in pixels, at least 160
 * @param height height of the whole chart in pixels, at least 120
 */
public record LineChart(String title, Axis across, Axis up, List<Line> lines, List<Mark> marks, int width, int height) {
    private static final double LEFT = 46;
    private static final double RIGHT = 14;
    private static final double TITLE = 26;
    private static final double LEGEND = 20;
    private static final double LETTER = 6.6;
    private static final double SWATCH = 30;
    private static final double PIXELS_FOR_A_TICK_ACROSS = 64;
    private static final double PIXELS_FOR_A_TICK_UP = 34;
    private static final int LEAST_WIDTH = 160;
    private static final int LEAST_HEIGHT = 120;

    /** On a line with more points a pointer can't select a single one. */
    private static final int MOST_POINTS_WITH_TOOLTIPS = 400;

    /** Number of line styles in {@link ChartStyle}; further lines repeat them. */
    private static final int STYLES = 6;

    /**
     * A marked position on the horizontal axis.
     *
     * @param x the position as a number on the axis
     * @param text label of the mark
     */
    public record Mark(double x, String text) {}

    /**
     * Copies the lists and checks the size.
     *
     * @param title title above the chart
     * @param across the horizontal axis
     * @param up the vertical axis
     * @param lines lines in the order of the legend
     * @param marks marked positions on the horizontal axis
     * @param width width of the whole chart in pixels, at least 160
     * @param height height of the whole chart in pixels, at least 120
     * @throws IllegalArgumentException if the chart is too small
     */
    public LineChart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            throw new IllegalArgumentException("a chart must have at least " + LEAST_WIDTH + "x" + LEAST_HEIGHT
                    + " pixels, found " + width + "x" + height);
        }
    }

    /**
     * A chart without lines, 640 by 320 pixels.
     *
     * @param title title above the chart
     * @param across the horizontal axis
     * @param up the vertical axis
     * @return the chart
     */
    public static LineChart of(String title, Axis across, Axis up) {
        return new LineChart(title, across, up, List.of(), List.of(), 640, 320);
    }

    /**
     * Adds a line.
     *
     * @param line the line
     * @return a changed copy
     */
    public LineChart line(Line line) {
        return new LineChart(title, across, up, with(lines, line), marks, width, height);
    }

    /**
     * Marks a position on the horizontal axis.
     *
     * @param x the position as a number on the axis
     * @param text label of the mark
     * @return a changed copy
     */
    public LineChart mark(double x, String text) {
        return new LineChart(title, across, up, lines, with(marks, new Mark(x, text)), width, height);
    }

    /**
     * Sets the size.
     *
     * @param newWidth width in pixels, at least 160
     * @param newHeight height in pixels, at least 120
     * @return a changed copy
     * @throws IllegalArgumentException if the chart would be too small
     */
    public LineChart size(int newWidth, int newHeight) {
        return new LineChart(title, across, up, lines, marks, newWidth, newHeight);
    }

    /**
     * Draws the chart.
     *
     * @return an {@code svg} element for a page with {@link ChartStyle#CSS}; {@link SvgDocument} makes a file of it
     */
    public Markup markup() {
        return markupAt(0);
    }

    /** Draws the chart at a distance in pixels from the left of an enclosing {@code svg}. */
    Markup markupAt(double left) {
        List<Markup> legend = new ArrayList<>();
        double top = legend(legend);
        Plot plot = plot(top);
        Markup svg = Markup.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" x=\"{}\" width=\"{}\" height=\"{}\" "
                        + "viewBox=\"0 0 {} {}\"><title>{}</title>\n",
                left,
                width,
                height,
                width,
                height,
                title);
        svg.add("<text class=\"title\" x=\"{}\" y=\"18\">{}</text>\n", LEFT, title);
        svg.addAll(legend).add(grid(plot));
        for (Mark mark : marks) {
            svg.add(mark(plot, mark));
        }
        for (int i = 0; i < lines.size(); i++) {
            svg.add(new Stroke(plot, across, up, lines.get(i), style(i)).markup(MOST_POINTS_WITH_TOOLTIPS));
        }
        return svg.add("</svg>\n");
    }

    /** Draws the legend in as many rows as needed, and returns the top of the plot in pixels. */
    private double legend(List<Markup> entries) {
        double x = LEFT;
        double y = TITLE + 12;
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).name();
            double wide = SWATCH + LETTER * name.length() + 14;
            if (x > LEFT && x + wide > width) {
                x = LEFT;
                y += LEGEND;
            }
            entries.add(Markup.of(
                    "<path class=\"line {}\" d=\"M{} {}h{}\"/><text class=\"name\" x=\"{}\" y=\"{}\">{}</text>\n",
                    style(i),
                    x,
                    y - 4,
                    SWATCH - 7,
                    x + SWATCH,
                    y,
                    name));
            x += wide;
        }
        return lines.isEmpty() ? TITLE + 8 : y + 14;
    }

    private Plot plot(double top) {
        double bottom = height - (across.label().isEmpty() ? 24 : 40);
        int ticksUp = (int) Math.max(2, (bottom - top) / PIXELS_FOR_A_TICK_UP);
        Span horizontal = Span.of(
                across,
                Stream.concat(points().map(Point::x), marks.stream().map(Mark::x))
                        .mapToDouble(x -> x));
        Span vertical = Span.of(up, points().mapToDouble(Point::y)).rounded(up, ticksUp);
        return new Plot(
                horizontal,
                vertical,
                LEFT,
                width - RIGHT,
                up.label().isEmpty() ? top : top + 12,
                bottom,
                (int) Math.max(2, (width - LEFT - RIGHT) / PIXELS_FOR_A_TICK_ACROSS),
                ticksUp);
    }

    private Stream<Point> points() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> across.shows(point.x()) && up.shows(point.y()));
    }

    private Markup grid(Plot plot) {
        Markup grid = new Markup();
        for (Span.Tick tick : plot.vertical().ticks(plot.ticksUp())) {
            grid.add(
                    "<path class=\"grid\" d=\"M{} {}H{}\"/><text class=\"up\" x=\"{}\" y=\"{}\">{}</text>\n",
                    plot.left(),
                    plot.y(tick.at()),
                    plot.right(),
                    plot.left() - 7,
                    plot.y(tick.at()) + 4,
                    tick.text());
        }
        for (Span.Tick tick : plot.horizontal().ticks(plot.ticksAcross())) {
            grid.add(
                    "<path class=\"axis\" d=\"M{} {}v4\"/><text class=\"across\" x=\"{}\" y=\"{}\">{}</text>\n",
                    plot.x(tick.at()),
                    plot.bottom(),
                    plot.x(tick.at()),
                    plot.bottom() + 17,
                    tick.text());
        }
        grid.add("<path class=\"axis\" d=\"M{} {}V{}H{}\"/>\n", plot.left(), plot.top(), plot.bottom(), plot.right());
        if (!across.label().isEmpty()) {
            grid.add(
                    "<text class=\"across\" x=\"{}\" y=\"{}\">{}</text>\n",
                    (plot.left() + plot.right()) / 2,
                    plot.bottom() + 34,
                    across.label());
        }
        if (!up.label().isEmpty()) {
            grid.add("<text class=\"label\" x=\"{}\" y=\"{}\">{}</text>\n", 2.0, plot.top() - 10, up.label());
        }
        return grid;
    }

    /** Writes a mark's label on the side with more room. */
    private static Markup mark(Plot plot, Mark mark) {
        double x = plot.x(mark.x());
        boolean isRight = x > (plot.left() + plot.right()) / 2;
        return Markup.of(
                "<path class=\"mark\" d=\"M{} {}V{}\"/><text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n",
                x,
                plot.top(),
                plot.bottom(),
                isRight ? "marked before" : "marked",
                isRight ? x - 5 : x + 5,
                plot.top() + 11,
                mark.text());
    }

    private static String style(int line) {
        return "s" + (line % STYLES + 1);
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
