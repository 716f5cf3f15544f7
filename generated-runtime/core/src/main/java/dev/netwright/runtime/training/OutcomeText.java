package dev.netwright.runtime.training;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private static final String LABELS = "labels";
    private static final String NUMBERS = "numbers";
    private static final String PIXELS = "pixels";

    private OutcomeText() {}

    /** Text without a line break; empty if it would be too long. */
    static String of(TestOutcome outcome) {
        if (outcome instanceof ClassOutcome ofClasses) {
            return ofClasses.confusion().classes() <= MOST_CLASSES ? of(ofClasses) : "";
        }
        if (outcome instanceof PixelEvaluation ofPixels) {
            return of(ofPixels);
        }
        return outcome instanceof LabelEvaluation ofLabels ? of(ofLabels) : of((NumberEvaluation) outcome);
    }

    private static String of(LabelEvaluation evaluation) {
        List<String> rows = new ArrayList<>();
        for (int label = 0; label < evaluation.labels().size(); label++) {
            LabelEvaluation.Counts counts = evaluation.counts().get(label);
            rows.add(written(evaluation.labels().get(label)) + " " + counts.truePositives() + " "
                    + counts.falsePositives() + " " + counts.falseNegatives() + " "
                    + evaluation.averagePrecision(label));
        }
        return LABELS + "|" + evaluation.images() + " " + evaluation.threshold() + " " + evaluation.exact() + "|"
                + String.join(";", rows);
    }

    private static String of(NumberEvaluation evaluation) {
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < evaluation.names().size(); number++) {
            NumberEvaluation.Errors errors = evaluation.errors().get(number);
            rows.add(written(evaluation.names().get(number)) + " " + errors.meanAbsolute() + " "
                    + errors.rootMeanSquared() + " " + errors.r2());
        }
        return NUMBERS + "|" + evaluation.images() + "|" + String.join(";", rows);
    }

    private static String of(PixelEvaluation evaluation) {
        List<String> rows = new ArrayList<>();
        for (int label = 0; label < evaluation.labels().size(); label++) {
            PixelEvaluation.Counts counts = evaluation.counts().get(label);
            rows.add(written(evaluation.labels().get(label)) + " " + counts.truePositives() + " "
                    + counts.falsePositives() + " " + counts.falseNegatives());
        }
        return PIXELS + "|" + evaluation.images() + "|" + String.join(";", rows);
    }

    /** A name without the separators. */
    private static String written(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String of(ClassOutcome outcome) {
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
        if (parts[0].equals(LABELS)) {
            return labels(parts[1].split(" "), entries(parts[2], 5));
        }
        if (parts[0].equals(NUMBERS)) {
            return numbers(Integer.parseInt(parts[1]), entries(parts[2], 4));
        }
        if (parts[0].equals(PIXELS)) {
            return pixels(Integer.parseInt(parts[1]), entries(parts[2], 4));
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
        return new ClassOutcome(new ConfusionMatrix(counts), worst);
    }

    private static LabelEvaluation labels(String[] facts, List<String[]> rows) {
        if (facts.length != 3) {
            throw new IllegalArgumentException(
                    "images, threshold and exact matches, found " + facts.length + " numbers");
        }
        return new LabelEvaluation(
                rows.stream().map(OutcomeText::name).toList(),
                Integer.parseInt(facts[0]),
                Double.parseDouble(facts[1]),
                rows.stream()
                        .map(row -> new LabelEvaluation.Counts(
                                Integer.parseInt(row[1]), Integer.parseInt(row[2]), Integer.parseInt(row[3])))
                        .toList(),
                rows.stream().map(row -> Double.parseDouble(row[4])).toList(),
                Integer.parseInt(facts[2]));
    }

    private static NumberEvaluation numbers(int images, List<String[]> rows) {
        return new NumberEvaluation(
                rows.stream().map(OutcomeText::name).toList(),
                images,
                rows.stream()
                        .map(row -> new NumberEvaluation.Errors(
                                Double.parseDouble(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3])))
                        .toList());
    }

    private static PixelEvaluation pixels(int images, List<String[]> rows) {
        return new PixelEvaluation(
                rows.stream().map(OutcomeText::name).toList(),
                images,
                rows.stream()
                        .map(row -> new PixelEvaluation.Counts(
                                Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[3])))
                        .toList());
    }

    private static String name(String... row) {
        return URLDecoder.decode(row[0], StandardCharsets.UTF_8);
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
