package dev.netwright.runtime.chart;

import dev.netwright.runtime.html.Markup;
import java.util.Arrays;
import java.util.List;

/** Charts side by side as a self-contained SVG file. */
public final class SvgDocument {
    private static final double GAP = 16;

    private SvgDocument() {}

    /**
     * Draws charts.
     *
     * @param charts charts from left to right, at least one
     * @return content of the file, to be written as UTF-8
     * @throws IllegalArgumentException if there are no charts
     */
    public static String of(LineChart... charts) {
        return of(Arrays.asList(charts));
    }

    /**
     * Draws charts.
     *
     * @param charts charts from left to right, at least one
     * @return content of the file, to be written as UTF-8
     * @throws IllegalArgumentException if there are no charts
     */
    public static String of(List<LineChart> charts) {
        double height = charts.stream()
                .mapToDouble(LineChart::height)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("a picture must have at least one chart, found none"));
        Markup inside = new Markup();
        double left = 0;
        for (LineChart chart : charts) {
            inside.add(chart.markupAt(left));
            left += chart.width() + GAP;
        }
        return Markup.of(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" "
                                + "font-family=\"system-ui, 'DejaVu Sans', sans-serif\">\n<style>\n{}</style>\n",
                        left - GAP,
                        height,
                        left - GAP,
                        height,
                        Markup.of(ChartStyle.CSS))
                .add(inside)
                .add("</svg>\n")
                .toString();
    }
}
