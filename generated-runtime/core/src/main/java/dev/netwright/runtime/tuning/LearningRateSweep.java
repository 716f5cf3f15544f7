package dev.netwright.runtime.tuning;

import dev.netwright.runtime.chart.Axis;
import dev.netwright.runtime.chart.Line;
import dev.netwright.runtime.chart.LineChart;
import dev.netwright.runtime.chart.Point;
import dev.netwright.runtime.chart.SvgDocument;
import dev.netwright.runtime.checkpoint.AtomicFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The learning rates that a sweep tried, and their losses.
 *
 * @param tried the steps in order, at least one
 */
public record LearningRateSweep(List<Tried> tried) {
    /** The first smoothed losses average only a few batches. */
    private static final int UNSETTLED = 5;

    /**
     * A step of the sweep.
     *
     * @param rate learning rate of the step
     * @param loss loss of the batch before the update
     * @param smoothed moving average of the losses
     */
    public record Tried(double rate, double loss, double smoothed) {}

    /**
     * Copies the list.
     *
     * @param tried the steps in order, at least one
     * @throws IllegalArgumentException if there are no steps
     */
    public LearningRateSweep {
        tried = List.copyOf(tried);
        if (tried.isEmpty()) {
            throw new IllegalArgumentException("a sweep must try at least one rate, but the first loss wasn't finite");
        }
    }

    /**
     * The learning rate at which the smoothed loss fell most over two steps. It is a good maximum for a schedule; a
     * third of it is a careful constant rate.
     *
     * @return the rate; the smallest one tried if the loss never fell
     */
    public double suggestion() {
        int steepest = Math.min(UNSETTLED, tried.size() - 1);
        double most = 0;
        for (int i = UNSETTLED; i + 1 < tried.size(); i++) {
            double fall = tried.get(i - 1).smoothed() - tried.get(i + 1).smoothed();
            if (fall > most) {
                most = fall;
                steepest = i;
            }
        }
        return tried.get(steepest).rate();
    }

    /**
     * Draws the smoothed losses over the rates, with a mark at the suggestion. An existing file is replaced atomically.
     *
     * @param svg the SVG file to create or replace
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public void writePlot(Path svg) {
        Line line = new Line(
                "smoothed loss",
                tried.stream()
                        .map(step -> new Point(step.rate(), step.smoothed()))
                        .toList());
        LineChart chart = LineChart.of("Loss by learning rate", Axis.logarithmic("learning rate"), Axis.linear("loss"))
                .line(line)
                .mark(suggestion(), String.format(Locale.ROOT, "%.2g", suggestion()));
        write(svg, SvgDocument.of(chart));
    }

    /**
     * Writes the columns {@code rate}, {@code loss} and {@code smoothed}. An existing file is replaced atomically.
     *
     * @param file the CSV file to create or replace
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public void writeCsv(Path file) {
        StringBuilder csv = new StringBuilder("rate,loss,smoothed\n");
        tried.forEach(step -> csv.append(step.rate())
                .append(',')
                .append(step.loss())
                .append(',')
                .append(step.smoothed())
                .append('\n'));
        write(file, csv.toString());
    }

    private static void write(Path file, String content) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
        AtomicFile.replace(file, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
