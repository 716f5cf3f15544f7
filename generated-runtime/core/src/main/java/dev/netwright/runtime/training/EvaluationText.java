package dev.netwright.runtime.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An {@link Evaluation} for a person.
 *
 * <pre>
 * class        precision  recall     F1  pictures
 * Ankle boot       0.931   0.952  0.941       100
 * </pre>
 */
final class EvaluationText {
    private static final String TITLE = "class";
    private static final int MOST_CONFUSIONS = 10;

    private record Confusion(int actual, int predicted, int count) {}

    private EvaluationText() {}

    static List<String> classTable(Evaluation evaluation) {
        int width = Math.max(
                TITLE.length(),
                evaluation.labels().stream().mapToInt(String::length).max().orElse(0));
        Stream<String> head = Stream.of(padded(TITLE, width) + "  precision  recall     F1  pictures");
        Stream<String> classes = IntStream.range(0, evaluation.classes())
                .mapToObj(label -> padded(evaluation.labels().get(label), width)
                        + String.format(
                                Locale.ROOT,
                                "  %9.3f  %6.3f  %5.3f  %8d",
                                evaluation.precision(label),
                                evaluation.recall(label),
                                evaluation.f1(label),
                                evaluation.images(label)));
        return Stream.concat(head, classes).toList();
    }

    static String stats(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "accuracy %.3f on %,d pictures", evaluation.accuracy(), evaluation.images()));
        if (evaluation.topN() > 1) {
            lines.add(String.format(Locale.ROOT, "top-%d accuracy %.3f", evaluation.topN(), evaluation.topNAccuracy()));
        }
        lines.add(String.format(
                Locale.ROOT,
                "means over classes: precision %.3f, recall %.3f, F1 %.3f",
                evaluation.precision(),
                evaluation.recall(),
                evaluation.f1()));
        lines.add("");
        lines.addAll(classTable(evaluation));
        List<String> confusions = confusions(evaluation);
        if (!confusions.isEmpty()) {
            lines.add("");
            lines.add("most often taken for another:");
            lines.addAll(confusions);
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> confusions(Evaluation evaluation) {
        int classes = evaluation.classes();
        return IntStream.range(0, classes * classes)
                .mapToObj(cell -> new Confusion(
                        cell / classes, cell % classes, evaluation.confusion().count(cell / classes, cell % classes)))
                .filter(confusion -> confusion.actual != confusion.predicted && confusion.count > 0)
                .sorted(Comparator.comparingInt(Confusion::count).reversed())
                .limit(MOST_CONFUSIONS)
                .map(confusion -> String.format(
                        Locale.ROOT,
                        "%8d  %s for %s",
                        confusion.count,
                        evaluation.labels().get(confusion.actual),
                        evaluation.labels().get(confusion.predicted)))
                .toList();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
