package dev.netwright.runtime.internal.runfolder;

import dev.netwright.runtime.training.RunPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of a run's metrics. Rows are written atomically; a row that a crash has truncated is dropped. */
final class MetricsFile {
    private final Path file;
    private final List<RunPoint> points;
    private final List<RunPoint> missing;

    private MetricsFile(Path file, List<RunPoint> points, List<RunPoint> missing) {
        this.file = file;
        this.points = points;
        this.missing = missing;
    }

    /**
     * Opens a table to append to it. The table keeps its rows before the first point of the history, which belong to
     * the same run. The history replaces all later rows, and rows after the step at which the run resumes are dropped.
     *
     * @param history points of the run so far, from its checkpoint
     * @param steps number of steps so far
     * @throws IOException if the file can't be read or written, or is another table
     */
    static MetricsFile open(Path file, List<RunPoint> history, long steps) throws IOException {
        long first = history.isEmpty() ? steps + 1 : history.get(0).step();
        List<RunPoint> rows = Files.exists(file) ? read(file) : List.of();
        List<RunPoint> points = new ArrayList<>();
        rows.stream().filter(point -> point.step() < first).forEach(points::add);
        points.addAll(history);
        Set<Long> written = rows.stream().map(RunPoint::step).collect(Collectors.toSet());
        MetricsFile metrics = new MetricsFile(
                file,
                points,
                history.stream()
                        .filter(point -> !written.contains(point.step()))
                        .toList());
        metrics.rewrite();
        return metrics;
    }

    /** The rows so far. */
    List<RunPoint> points() {
        return List.copyOf(points);
    }

    /** The points of the history that the table didn't have. */
    List<RunPoint> missing() {
        return missing;
    }

    /** Appends a row. */
    void add(RunPoint point) throws IOException {
        Files.writeString(file, point.row() + "\n", StandardOpenOption.APPEND);
        points.add(point);
    }

    private void rewrite() {
        StringBuilder table = new StringBuilder(RunPoint.HEADER).append('\n');
        points.forEach(point -> table.append(point.row()).append('\n'));
        TextFile.replace(file, table.toString());
    }

    /**
     * Reads a table. A row that a crash has truncated is left out.
     *
     * @throws IOException if the file can't be read, or is another table
     */
    static List<RunPoint> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> rows =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (!rows.isEmpty() && !rows.get(0).equals(RunPoint.HEADER)) {
            throw new IOException(file + " must begin with '" + RunPoint.HEADER + "', found '" + rows.get(0)
                    + "'; move it elsewhere, or choose another folder for the run");
        }
        List<RunPoint> points = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            try {
                points.add(RunPoint.of(rows.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        "row " + i + " of " + file + " must have the columns " + RunPoint.HEADER + ", found '"
                                + rows.get(i) + "'; correct it, or move the file elsewhere",
                        e);
            }
        }
        return points;
    }
}
