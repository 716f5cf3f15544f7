package dev.netwright.runtime.training;

import dev.netwright.runtime.training.CrossValidation.Quantity;
import java.util.Locale;

/**
 * A cross-validation as a table:
 *
 * <pre>
 * fold       images  accuracy      loss  precision    recall        F1
 * 1           1,200     0.842     0.431      0.845     0.841     0.842
 * mean                  0.839     0.442      0.843     0.838     0.839
 * deviation             0.006     0.013      0.005     0.007     0.006
 * </pre>
 */
final class CrossValidationText {
    private static final int FIRST = 9;
    private static final int WIDTH = 11;

    private CrossValidationText() {}

    static String of(CrossValidation validation) {
        StringBuilder table = new StringBuilder();
        row(table, "fold", "images", Quantity::text);
        for (FoldOutcome fold : validation.folds()) {
            row(
                    table,
                    String.valueOf(fold.fold()),
                    String.format(Locale.ROOT, "%,d", fold.images()),
                    quantity -> number(quantity.of(fold)));
        }
        row(table, "mean", "", quantity -> number(validation.mean(quantity)));
        row(table, "deviation", "", quantity -> number(validation.standardDeviation(quantity)));
        return table.toString();
    }

    private interface Cell {
        String of(Quantity quantity);
    }

    private static void row(StringBuilder table, String first, String images, Cell cell) {
        StringBuilder line = new StringBuilder(first);
        pad(line, FIRST - first.length());
        pad(line, WIDTH - images.length());
        line.append(images);
        for (Quantity quantity : Quantity.values()) {
            String text = cell.of(quantity);
            pad(line, WIDTH - text.length());
            line.append(text);
        }
        table.append(line).append('\n');
    }

    private static void pad(StringBuilder line, int count) {
        line.append(" ".repeat(Math.max(0, count)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
