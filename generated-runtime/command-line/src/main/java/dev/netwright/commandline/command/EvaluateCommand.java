package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.Evaluation;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates labelled pictures with saved weights. */
@Command(
        name = "evaluate",
        description = "Evaluates saved weights on labelled pictures: accuracy, loss and each class.",
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
            description = "Also reports top-<count> accuracy (default: ${DEFAULT-VALUE}).")
    private int top;

    @Override
    public void run() {
        WholeNumber.require("--top", top, 1);
        NetworkType<?> type = saved.classifier();
        int most = Math.min(top, type.classes());
        try (NeuralNetwork network = saved.load()) {
            ImageDataset evaluated =
                    network.prepared(pictures.evaluated(data, type.images().channels(), network.labels()));
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
    }
}
