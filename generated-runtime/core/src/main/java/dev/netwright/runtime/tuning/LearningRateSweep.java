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
 * What a learning-rate finder tried, step by step.
 *
 * @param tried at least one
 */
public record LearningRateSweep(List<Tried> tried) {
    /** Losses of the first steps are averages of few batches. */
    private static final int UNSETTLED = 5;

    /**
     * A step.
     *
     * @param rate with which it updated
     * @param loss of its batch, before that
     * @param smoothed the moving average
     */
    public record Tried(double rate, double loss, double smoothed) {}

    /** Copies the list. */
    public LearningRateSweep {
        tried = List.copyOf(tried);
        if (tried.isEmpty()) {
            throw new IllegalArgumentException(
                    "a sweep tries at least one rate; the first loss wasn't a finite number");
        }
    }

    /**
     * The rate where the smoothed loss fell most from one step to the one after the next: a good maximum of a schedule, and a third of it a
     * careful constant rate. The smallest one if the loss never fell.
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

    /** The smoothed losses over the rates, and where the suggestion lies, as SVG; a file that exists is replaced once the new one is whole. */
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

    /** The columns {@code rate}, {@code loss} and {@code smoothed}; a file that exists is replaced once the new one is whole. */
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
