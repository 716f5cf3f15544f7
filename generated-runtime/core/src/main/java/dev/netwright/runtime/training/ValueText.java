package dev.netwright.runtime.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Evaluations of several labels, of numbers and of pixels as text. */
final class ValueText {
    private ValueText() {}

    static List<String> labelTable(LabelEvaluation evaluation) {
        int width = width("label", evaluation.labels());
        Stream<String> head =
                Stream.of(padded("label", width) + "  precision  recall     F1  average precision  pictures");
        return Stream.concat(
                        head,
                        IntStream.range(0, evaluation.labels().size())
                                .mapToObj(label -> padded(evaluation.labels().get(label), width)
                                        + String.format(
                                                Locale.ROOT,
                                                "  %9.3f  %6.3f  %5.3f  %17s  %8d",
                                                evaluation.precision(label),
                                                evaluation.recall(label),
                                                evaluation.f1(label),
                                                shown(evaluation.averagePrecision(label)),
                                                evaluation.images(label))))
                .toList();
    }

    static String stats(LabelEvaluation evaluation) {
        return String.join(
                        System.lineSeparator(),
                        String.format(
                                Locale.ROOT,
                                "mean average precision %s on %,d pictures",
                                shown(evaluation.meanAveragePrecision()),
                                evaluation.images()),
                        String.format(
                                Locale.ROOT,
                                "above a probability of %s: all labels right %.3f; means over labels: precision %.3f, recall %.3f, F1 %.3f",
                                evaluation.threshold(),
                                evaluation.exactMatch(),
                                evaluation.precision(),
                                evaluation.recall(),
                                evaluation.f1()),
                        "")
                + System.lineSeparator()
                + String.join(System.lineSeparator(), labelTable(evaluation));
    }

    static List<String> numberTable(NumberEvaluation evaluation) {
        int width = width("number", evaluation.names());
        Stream<String> head =
                Stream.of(padded("number", width) + "  mean absolute error  root mean squared error      R2");
        return Stream.concat(head, IntStream.range(0, evaluation.names().size()).mapToObj(number -> {
                    NumberEvaluation.Errors errors = evaluation.errors().get(number);
                    return padded(evaluation.names().get(number), width)
                            + String.format(
                                    Locale.ROOT,
                                    "  %19.6g  %23.6g  %6s",
                                    errors.meanAbsolute(),
                                    errors.rootMeanSquared(),
                                    shown(errors.r2()));
                }))
                .toList();
    }

    static String stats(NumberEvaluation evaluation) {
        return String.format(Locale.ROOT, "%,d pictures", evaluation.images())
                + System.lineSeparator()
                + System.lineSeparator()
                + String.join(System.lineSeparator(), numberTable(evaluation));
    }

    static List<String> pixelTable(PixelEvaluation evaluation) {
        int width = width("class", evaluation.labels());
        Stream<String> head = Stream.of(padded("class", width) + "    IoU   Dice  recall        pixels");
        return Stream.concat(
                        head, IntStream.range(0, evaluation.labels().size()).mapToObj(label -> {
                            PixelEvaluation.Counts counts = evaluation.counts().get(label);
                            return padded(evaluation.labels().get(label), width)
                                    + String.format(
                                            Locale.ROOT,
                                            "  %5s  %5s  %6s  %12d",
                                            shown(counts.iou()),
                                            shown(counts.dice()),
                                            shown(counts.recall()),
                                            counts.pixels());
                        }))
                .toList();
    }

    static String stats(PixelEvaluation evaluation) {
        return String.join(
                        System.lineSeparator(),
                        String.format(
                                Locale.ROOT,
                                "mean IoU %s, mean Dice %s, pixel accuracy %s on %,d pictures",
                                shown(evaluation.meanIoU()),
                                shown(evaluation.meanDice()),
                                shown(evaluation.accuracy()),
                                evaluation.images()),
                        "")
                + System.lineSeparator()
                + String.join(System.lineSeparator(), pixelTable(evaluation));
    }

    /** NaN stands for a number that no picture defines. */
    private static String shown(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.3f", number);
    }

    private static int width(String title, List<String> names) {
        return Math.max(
                title.length(), names.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
