package dev.netwright.runtime.training;

import java.util.ArrayList;
import java.util.List;

/**
 * An evaluation's outcome as a checkpoint stores it: the number of classes; then the nonzero cells of the confusion
 * matrix as {@code label answer count}; then the mistakes as {@code image label answer probability}. Bars separate the
 * three parts, semicolons the entries.
 */
final class OutcomeText {
    /** A larger confusion matrix isn't saved. */
    static final int MOST_CLASSES = 1 << 12;

    private OutcomeText() {}

    static String of(TestOutcome outcome) {
        ConfusionMatrix confusion = outcome.confusion();
        List<String> cells = new ArrayList<>();
        for (int label = 0; label < confusion.classes(); label++) {
            for (int answer = 0; answer < confusion.classes(); answer++) {
                int count = confusion.count(label, answer);
                if (count > 0) {
                    cells.add(label + " " + answer + " " + count);
                }
            }
        }
        List<String> mistakes = outcome.worst().stream()
                .map(mistake ->
                        mistake.image() + " " + mistake.label() + " " + mistake.answer() + " " + mistake.probability())
                .toList();
        return confusion.classes() + "|" + String.join(";", cells) + "|" + String.join(";", mistakes);
    }

    /**
     * Parses what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static TestOutcome parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("three parts, found " + parts.length);
        }
        int classes = Integer.parseInt(parts[0]);
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException("1 to " + MOST_CLASSES + " classes, found " + classes);
        }
        int[][] counts = new int[classes][classes];
        for (String[] cell : entries(parts[1], 3)) {
            counts[below(classes, cell[0])][below(classes, cell[1])] = Integer.parseInt(cell[2]);
        }
        List<Mistake> worst = new ArrayList<>();
        for (String[] mistake : entries(parts[2], 4)) {
            worst.add(new Mistake(
                    Integer.parseInt(mistake[0]),
                    below(classes, mistake[1]),
                    below(classes, mistake[2]),
                    Double.parseDouble(mistake[3])));
        }
        return new TestOutcome(new ConfusionMatrix(counts), worst);
    }

    private static List<String[]> entries(String text, int numbers) {
        List<String[]> entries = new ArrayList<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(";")) {
            String[] found = entry.split(" ");
            if (found.length != numbers) {
                throw new IllegalArgumentException(numbers + " numbers, found '" + entry + "'");
            }
            entries.add(found);
        }
        return entries;
    }

    private static int below(int classes, String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number >= classes) {
            throw new IllegalArgumentException("a class below " + classes + ", found " + number);
        }
        return number;
    }
}
