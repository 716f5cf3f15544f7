package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.Probability;
import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.operation.Target;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.PixelEvaluation;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates labelled pictures with saved weights. */
@Command(
        name = "evaluate",
        description =
                "Evaluates saved weights on labelled pictures: loss, and the scores of each class, label or number, also of the classes of pixels.",
        sortOptions = false)
public final class EvaluateCommand implements Runnable {
    @Mixin
    private final SavedNetworkOptions saved = new SavedNetworkOptions();

    @Option(names = "--data", paramLabel = "<where>", required = true, description = PictureOptions.WHERE + ".")
    private String data = "";

    @Mixin
    private final PictureOptions pictures = new PictureOptions();

    @Option(
            names = "--top",
            paramLabel = "<count>",
            defaultValue = "5",
            description = "For classes, also reports top-<count> accuracy (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--threshold",
            paramLabel = "<probability>",
            defaultValue = "0.5",
            description =
                    "For several labels, the probability above which a label is predicted (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Override
    public void run() {
        WholeNumber.require("--top", top, 1);
        Probability.require("--threshold", threshold);
        NetworkType<?> type = saved.type();
        try (NeuralNetwork network = saved.load()) {
            ImageDataset evaluated = network.prepared(pictures.evaluated(data, type, network.labels()));
            if (type.target() instanceof Target.SeveralLabels) {
                printLabels(network, evaluated);
            } else if (type.target() instanceof Target.PerPixel) {
                printPixels(network, evaluated);
            } else if (type.target() instanceof Target.Numbers) {
                printNumbers(network, evaluated);
            } else {
                printClasses(network, evaluated, Math.min(top, type.classes()));
            }
        }
    }

    private static void printClasses(NeuralNetwork network, ImageDataset evaluated, int most) {
        Evaluation evaluation = network.evaluate(evaluated, most);
        System.out.printf(
                Locale.ROOT,
                "accuracy %.3f, top-%d accuracy %.3f, loss %.3f on %,d pictures%n%n",
                evaluation.accuracy(),
                most,
                evaluation.topNAccuracy(),
                network.loss(evaluated),
                evaluated.size());
        evaluation.classTable().forEach(System.out::println);
    }

    private void printLabels(NeuralNetwork network, ImageDataset evaluated) {
        LabelEvaluation evaluation = network.evaluateLabels(evaluated, threshold);
        System.out.printf(
                Locale.ROOT,
                "mean average precision %.3f, all labels right %.3f, loss %.3f on %,d pictures%n%n",
                evaluation.meanAveragePrecision(),
                evaluation.exactMatch(),
                network.loss(evaluated),
                evaluated.size());
        evaluation.labelTable().forEach(System.out::println);
    }

    private static void printPixels(NeuralNetwork network, ImageDataset evaluated) {
        PixelEvaluation evaluation = network.evaluatePixels(evaluated);
        System.out.printf(
                Locale.ROOT,
                "mean IoU %.3f, mean Dice %.3f, pixel accuracy %.3f, loss %.3f on %,d pictures%n%n",
                evaluation.meanIoU(),
                evaluation.meanDice(),
                evaluation.accuracy(),
                network.loss(evaluated),
                evaluated.size());
        evaluation.classTable().forEach(System.out::println);
    }

    private static void printNumbers(NeuralNetwork network, ImageDataset evaluated) {
        NumberEvaluation evaluation = network.evaluateNumbers(evaluated);
        System.out.printf(
                Locale.ROOT,
                "mean absolute error %.6g, root mean squared error %.6g, R2 %.3f, loss %.6g on %,d pictures%n%n",
                evaluation.meanAbsoluteError(),
                evaluation.rootMeanSquaredError(),
                evaluation.r2(),
                network.loss(evaluated),
                evaluated.size());
        evaluation.numberTable().forEach(System.out::println);
    }
}
