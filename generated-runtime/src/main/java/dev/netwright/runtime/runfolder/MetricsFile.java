package dev.netwright.runtime.runfolder;

import dev.netwright.runtime.report.html.RunPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The table of a run's numbers. A row is written whole and at once; of a row that a crash has cut, the rest is dropped. */
final class MetricsFile {
    static final String HEADER =
            "step,epoch,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate,images_per_second,time";

    private final Path file;
    private final List<RunPoint> points;

    private MetricsFile(Path file, List<RunPoint> points) {
        this.file = file;
        this.points = points;
    }

    /**
     * A table to append to; rows that an earlier run has written stay if they lie before the step with which this one begins.
     *
     * @throws IOException if it can't be read or written, or is another table
     */
    static MetricsFile open(Path file, long firstStep) throws IOException {
        List<RunPoint> points = new ArrayList<>();
        if (Files.exists(file)) {
            for (RunPoint point : read(file)) {
                if (point.step() < firstStep) {
                    points.add(point);
                }
            }
        }
        MetricsFile metrics = new MetricsFile(file, points);
        metrics.rewrite();
        return metrics;
    }

    /** The rows so far. */
    List<RunPoint> points() {
        return List.copyOf(points);
    }

    /** Appends a row. */
    void add(RunPoint point) throws IOException {
        points.add(point);
        Files.writeString(file, row(point), StandardOpenOption.APPEND);
    }

    private void rewrite() {
        StringBuilder table = new StringBuilder(HEADER).append('\n');
        points.forEach(point -> table.append(row(point)));
        TextFile.replace(file, table.toString());
    }

    private static List<RunPoint> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> rows =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (!rows.isEmpty() && !rows.get(0).equals(HEADER)) {
            throw new IOException(file + " must begin with '" + HEADER + "', found '" + rows.get(0)
                    + "'; move it elsewhere, or choose another folder for the run");
        }
        List<RunPoint> points = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            try {
                points.add(point(rows.get(i).split(",", -1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                throw new IOException(
                        "row " + i + " of " + file + " must have the columns " + HEADER + ", found '" + rows.get(i)
                                + "'; mend it, or move the file elsewhere",
                        e);
            }
        }
        return points;
    }

    private static RunPoint point(String[] cells) {
        return new RunPoint(
                Long.parseLong(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                optional(cells[4]),
                optional(cells[5]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                Instant.parse(cells[8]));
    }

    private static OptionalDouble optional(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    /** Numbers in full: what is read again is what was measured. */
    private static String row(RunPoint point) {
        return String.join(
                        ",",
                        Long.toString(point.step()),
                        Double.toString(point.epoch()),
                        Double.toString(point.loss()),
                        Double.toString(point.accuracy()),
                        text(point.testLoss()),
                        text(point.testAccuracy()),
                        Double.toString(point.learningRate()),
                        Double.toString(point.imagesPerSecond()),
                        point.time().toString())
                + "\n";
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }
}
