package dev.netwright.runtime.report;

import dev.netwright.runtime.training.StepEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The progress of a run, in a line that fits the terminal:
 *
 * <pre>
 * epoch 2/5 [=====&gt;    ] 47/94 loss 0.8123 acc 0.702 rate 0.0500 312 images/s 1:12 left
 * </pre>
 *
 * <p>The learning rate is shown if it changes. A narrow terminal drops the bar first, then rate, batch, images and so
 * on; epoch and loss always stay.
 */
final class ProgressLine {
    private static final int BAR = 10;
    private static final String CYAN = "\u001b[36m";
    private static final String USUAL = "\u001b[39m";

    private final List<Part> parts;
    private final int columns;

    private ProgressLine(List<Part> parts, int columns) {
        this.parts = parts;
        this.columns = columns;
    }

    /**
     * A part of the line.
     *
     * @param priority parts with the lowest are dropped first
     */
    private record Part(String text, int priority) {
        boolean isBar() {
            return text.startsWith("[");
        }
    }

    /** The line at a step of a run, in at most this many columns. */
    static ProgressLine of(StepEnd step, long secondsLeft, boolean withRate, int columns) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(6, "epoch %d/%d", step.epoch(), step.epochs()));
        parts.add(new Part(bar(step), 0));
        parts.add(part(2, "%d/%d", step.batch(), step.batches()));
        parts.add(part(5, "loss %.4f", step.loss()));
        if (!Double.isNaN(step.accuracy())) {
            parts.add(part(4, "acc %.3f", step.accuracy()));
        }
        if (withRate) {
            parts.add(part(1, "rate %.3g", step.learningRate()));
        }
        parts.add(part(2, "%.0f images/s", step.images() / step.seconds()));
        parts.add(part(3, "%s left", time(secondsLeft)));
        while (parts.size() > 1 && length(parts) > columns) {
            parts.remove(leastImportant(parts));
        }
        return new ProgressLine(parts, Math.max(1, columns));
    }

    /** The line without colors. */
    String text() {
        String text = parts.stream().map(Part::text).collect(Collectors.joining(" "));
        return text.substring(0, Math.min(columns, text.length()));
    }

    /** The line with its bar in a color that is readable on light and dark. */
    String colored() {
        return parts.stream().noneMatch(Part::isBar)
                ? text()
                : parts.stream()
                        .map(part -> part.isBar() ? CYAN + part.text() + USUAL : part.text())
                        .collect(Collectors.joining(" "));
    }

    private static Part part(int priority, String format, Object... values) {
        return new Part(String.format(Locale.ROOT, format, values), priority);
    }

    private static int length(List<Part> parts) {
        return parts.stream().mapToInt(part -> part.text().length() + 1).sum() - 1;
    }

    private static int leastImportant(List<Part> parts) {
        int least = 0;
        for (int i = 1; i < parts.size(); i++) {
            least = parts.get(i).priority() <= parts.get(least).priority() ? i : least;
        }
        return least;
    }

    private static String bar(StepEnd step) {
        int filled = (int) ((long) BAR * step.batch() / step.batches());
        return filled == BAR
                ? "[" + "=".repeat(BAR) + "]"
                : "[" + "=".repeat(filled) + ">" + " ".repeat(BAR - filled - 1) + "]";
    }

    private static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
