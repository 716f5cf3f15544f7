package dev.netwright.runtime.report;

import dev.netwright.runtime.training.RunPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Several runs side by side: what came of them, and what they were given.
 *
 * @param runs the runs in the order of the columns, at least two
 */
public record RunComparison(List<RecordedRun> runs) {
    /** What a cell shows if a run has no such value. */
    public static final String NOTHING = "–";

    /** Not options: the time, and the names of folders. */
    private static final Set<String> NOT_COMPARED = Set.of("started", "training.run_folder");

    private static final int GAP = 2;

    /**
     * Copies the list.
     *
     * @param runs the runs in the order of the columns, at least two
     * @throws IllegalArgumentException if there are fewer than two
     */
    public RunComparison {
        runs = List.copyOf(runs);
        if (runs.size() < 2) {
            throw new IllegalArgumentException("a comparison needs at least 2 runs, found " + runs.size());
        }
    }

    /**
     * A row of a table.
     *
     * @param name what is compared
     * @param cells the texts of the runs, in their order
     */
    public record Row(String name, List<String> cells) {
        /**
         * Copies the list.
         *
         * @param name what is compared
         * @param cells the texts of the runs, in their order
         */
        public Row {
            cells = List.copyOf(cells);
        }

        /** {@return whether two runs have different texts} */
        public boolean differs() {
            return cells.stream().distinct().count() > 1;
        }
    }

    /** {@return what came of the runs} */
    public List<Row> results() {
        return List.of(
                row("epochs", run -> number("%.4g", OptionalDouble.of(run.epochs()))),
                row("best test accuracy", run -> number("%.4f", run.largestTested(RunPoint::testAccuracy))),
                row("last test accuracy", run -> number("%.4f", run.lastTested(RunPoint::testAccuracy))),
                row("best test loss", run -> number("%.4f", run.smallestTested(RunPoint::testLoss))),
                row("last test loss", run -> number("%.4f", run.lastTested(RunPoint::testLoss))),
                row("last train accuracy", run -> number("%.4f", run.last(RunPoint::accuracy))),
                row("last train loss", run -> number("%.4f", run.last(RunPoint::loss))),
                row("images per second", run -> number("%,.0f", run.imagesPerSecond())),
                row("time", run -> time(run.time())));
    }

    /** {@return what the runs were given: all settings of their configurations} */
    public List<Row> settings() {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.settings().keySet()));
        names.removeAll(NOT_COMPARED);
        return names.stream()
                .map(name -> row(name, run -> run.settings().getOrDefault(name, NOTHING)))
                .toList();
    }

    private Row row(String name, Function<RecordedRun, String> cell) {
        return new Row(name, runs.stream().map(cell).toList());
    }

    private static String number(String format, OptionalDouble number) {
        // NaN stands for what a network doesn't have, such as the accuracy of numbers.
        if (number.isEmpty() || Double.isNaN(number.getAsDouble())) {
            return NOTHING;
        }
        String text = String.format(Locale.ROOT, format, number.getAsDouble());
        return format.equals("%.4g") && text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String time(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** {@return the results and the settings that differ, as text for people} */
    public String text() {
        List<Row> different = settings().stream().filter(Row::differs).toList();
        List<Row> all = new ArrayList<>();
        all.add(row("", RecordedRun::name));
        all.addAll(results());
        all.addAll(different);
        int[] widths = widths(all);
        StringBuilder text = new StringBuilder();
        all.subList(0, all.size() - different.size()).forEach(row -> add(text, row, widths));
        int equal = settings().size() - different.size();
        text.append('\n');
        if (different.isEmpty()) {
            text.append("all ").append(equal).append(" settings are equal\n");
        } else {
            text.append("settings that differ; ").append(equal).append(" others are equal\n");
            different.forEach(row -> add(text, row, widths));
        }
        return text.toString();
    }

    private int[] widths(List<Row> rows) {
        int[] widths = new int[1 + runs.size()];
        for (Row row : rows) {
            widths[0] = Math.max(widths[0], row.name().length());
            for (int i = 0; i < runs.size(); i++) {
                widths[1 + i] = Math.max(widths[1 + i], row.cells().get(i).length());
            }
        }
        return widths;
    }

    private static void add(StringBuilder text, Row row, int[] widths) {
        StringBuilder line = new StringBuilder(padded(row.name(), widths[0]));
        for (int i = 0; i < row.cells().size(); i++) {
            line.append(" ".repeat(GAP)).append(padded(row.cells().get(i), widths[1 + i]));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
