package dev.netwright.commandline.command;

import dev.netwright.commandline.argument.WholeNumber;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.network.Network;
import dev.netwright.runtime.network.NetworkType;
import java.util.Locale;
import org.nd4j.evaluation.classification.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates labelled pictures with saved weights. */
@Command(
        name = "evaluate",
        description = "Evaluates labelled pictures with saved weights: accuracy, loss and each class.",
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
            description =
                    "Top-k accuracy: how often the class is among the k most probable ones (default: ${DEFAULT-VALUE}).")
    private int top;

    @Override
    public void run() {
        WholeNumber.require("--top", top, 1);
        NetworkType<?> type = saved.classifier();
        int most = Math.min(top, type.classes());
        try (Network network = saved.load()) {
            ImageDataset evaluated =
                    network.prepared(pictures.evaluated(data, type.images().channels(), network.labels()));
            Evaluation evaluation = network.evaluate(evaluated, most);
            System.out.printf(
                    Locale.ROOT,
                    "accuracy %.3f, top-%d accuracy %.3f, loss %.3f on %,d pictures%n%n",
                    evaluation.accuracy(),
                    most,
                    most == 1 ? evaluation.accuracy() : evaluation.topNAccuracy(),
                    network.loss(evaluated),
                    evaluated.size());
            ClassTable.lines(evaluation, network.labels()).forEach(System.out::println);
        }
    }
}
