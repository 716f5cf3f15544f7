package dev.netwright.examples.targets;

import dev.netwright.runtime.data.ClassCounts;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.LabelEvaluation;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.List;

/**
 * Learns which of several labels a picture has. The folder has {@code labels.csv} with the columns image, footwear, sleeves and legs, and the
 * pictures that it lists. It writes {@code probabilities.csv}.
 */
public final class SeveralLabels {
    private SeveralLabels() {}

    /** The folder is the one argument. */
    public static void main(String[] arguments) {
        learn(Path.of(arguments[0]));
    }

    /**
     * From the folder to {@code probabilities.csv}.
     *
     * @param folder has {@code labels.csv} and the pictures
     * @return scores on the fifth of the pictures that isn't learned
     */
    public static LabelEvaluation learn(Path folder) {
        PictureFolder pictures = PictureFolder.at(folder);
        Path list = folder.resolve("labels.csv");
        Pictures labelled = pictures.labelledBy(list, "image", List.of("footwear", "sleeves", "legs"))
                .grey();
        Split<ImageDataset> garments = Split.stratified(labelled.resize(28), 0.8, 1);
        ImageDataset learned = garments.training();
        double[] weights = ClassCounts.of(learned).positiveWeights(learned.size());
        Training training = Training.with(Optimizer.adam(0.003))
                .epochs(6)
                .batch(32)
                .positiveWeights(weights)
                .test(garments.validation());
        try (GarmentLabels network = GarmentLabels.train(learned, training)) {
            LabelEvaluation evaluation = network.evaluateLabels(garments.validation());
            System.out.println(evaluation.stats());
            network.predictLabels(pictures.listedIn(list)).writeSubmission(folder.resolve("probabilities.csv"));
            return evaluation;
        }
    }
}
