package dev.netwright.examples.competition;

import dev.netwright.models.resnet.LeafResNet18;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.source.LabelledPictureFiles;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.Checkpoints;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Kaggle's "classify leaves", or any competition in its form: a folder with {@code train.csv} (image,label), {@code test.csv} (image)
 * and the pictures below it. It trains on four fifths, keeps the epoch that is best on the fifth one, and writes {@code submission.csv}.
 */
public final class LeafCompetition {
    private LeafCompetition() {}

    /** The folder is the one argument. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: LeafCompetition <folder with train.csv, test.csv and the pictures>");
            System.exit(2);
        }
        enter(
                LeafResNet18.TYPE,
                Path.of(arguments[0]),
                Training.with(Optimizer.adam(1e-3)).epochs(20).batch(64));
    }

    /**
     * From the folder to its {@code submission.csv}.
     *
     * @param type a network for as many classes as {@code train.csv} has
     * @param folder the competition's
     * @param training the options of the run
     * @return the share of the validation pictures that the best epoch's network classifies correctly
     */
    public static <N extends NeuralNetwork> double enter(NetworkType<N> type, Path folder, Training training) {
        PictureFolder pictures = PictureFolder.at(folder);
        LabelledPictureFiles files = pictures.labelledBy(folder.resolve("train.csv"));
        Pictures labelled = type.images().channels() == 1 ? files.grey() : files.rgb();
        Split<ImageDataset> leaves = Split.ordered(labelled.resize(type.images().height()), 0.8);

        Checkpoints run = Checkpoints.in(folder.resolve("run"));
        type.train(leaves.training(), training.test(leaves.validation()).checkpoints(run))
                .close();

        try (N best = type.load(run.best())) {
            double accuracy = best.evaluate(leaves.validation()).accuracy();
            System.out.printf(Locale.ROOT, "%.3f of the validation pictures are classified correctly%n", accuracy);
            best.predict(pictures.listedIn(folder.resolve("test.csv")))
                    .writeSubmission(folder.resolve("submission.csv"));
            return accuracy;
        }
    }
}
