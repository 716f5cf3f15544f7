package dev.netwright.commandline.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.evaluation.classification.Evaluation;

/**
 * Precision, recall and F1 of each class.
 *
 * <pre>
 * class        precision  recall     F1  pictures
 * Ankle boot       0.931   0.952  0.941       100
 * </pre>
 */
final class ClassTable {
    private static final String TITLE = "class";

    private ClassTable() {}

    static List<String> lines(Evaluation evaluation, List<String> labels) {
        int width = Math.max(
                TITLE.length(), labels.stream().mapToInt(String::length).max().orElse(0));
        Stream<String> head = Stream.of(padded(TITLE, width) + "  precision  recall     F1  pictures");
        Stream<String> classes = IntStream.range(0, labels.size())
                .mapToObj(index -> padded(labels.get(index), width)
                        + String.format(
                                Locale.ROOT,
                                "  %9.3f  %6.3f  %5.3f  %8d",
                                evaluation.precision(index, 0),
                                evaluation.recall(index, 0),
                                evaluation.f1(index),
                                evaluation.truePositives().getOrDefault(index, 0)
                                        + evaluation.falseNegatives().getOrDefault(index, 0)));
        return Stream.concat(head, classes).toList();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
