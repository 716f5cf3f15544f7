package dev.netwright.examples;

import dev.netwright.models.resnet.LeafResNet18;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;

/**
 * The leaf competition of the notes on d2l.ai: 176 kinds of leaves, {@code train.csv} with the columns image and label, {@code test.csv} with
 * the column image. The folder that holds both is the argument; {@code submission.csv} is written into it. A run that was stopped goes on.
 */
public final class LeafCompetition {
    private static final int SIZE = 224;
    private static final double LEARNED_SHARE = 0.8;

    private LeafCompetition() {}

    /** Trains, chooses the best epoch, predicts. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println(
                    "expected one argument, the folder with train.csv and test.csv, found " + arguments.length);
            System.exit(2);
        }
        run(Path.of(arguments[0]));
    }

    private static void run(Path folder) {
        PictureFolder pictures = PictureFolder.at(folder);
        Split<Pictures> leaves =
                Split.ordered(pictures.labelledBy(folder.resolve("train.csv")).rgb(), LEARNED_SHARE);
        Checkpoints checkpoints = Checkpoints.in(folder.resolve("run"));
        Training training = Training.with(Optimizer.sgd(0.05))
                .epochs(25)
                .batch(64)
                .test(leaves.validation().resize(SIZE))
                .best(Metric.TEST_ACCURACY)
                .checkpoints(checkpoints)
                .resume()
                .runFolder(folder.resolve("run"));
        LeafResNet18.train(leaves.training().resize(SIZE), training).close();
        try (LeafResNet18 best = LeafResNet18.load(checkpoints.best())) {
            best.predict(pictures.listedIn(folder.resolve("test.csv")))
                    .writeSubmission(folder.resolve("submission.csv"));
        }
    }
}
