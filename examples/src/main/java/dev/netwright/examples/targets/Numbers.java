package dev.netwright.examples.targets;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Pictures;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.Metric;
import dev.netwright.runtime.training.NumberEvaluation;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;
import java.util.List;

/**
 * Learns numbers of a picture. The folder has {@code sizes.csv} with the columns image, area and width, and the pictures that it lists. It
 * writes {@code predicted.csv}.
 */
public final class Numbers {
    private Numbers() {}

    /** The folder is the one argument. */
    public static void main(String[] arguments) {
        learn(Path.of(arguments[0]));
    }

    /**
     * From the folder to {@code predicted.csv}.
     *
     * @param folder has {@code sizes.csv} and the pictures
     * @return errors on the fifth of the pictures that isn't learned
     */
    public static NumberEvaluation learn(Path folder) {
        PictureFolder pictures = PictureFolder.at(folder);
        Path list = folder.resolve("sizes.csv");
        Pictures measured =
                pictures.numberedBy(list, "image", List.of("area", "width")).grey();
        Split<ImageDataset> garments = Split.stratified(measured.resize(28), 0.8, 1);
        Training training = Training.with(Optimizer.adam(0.003))
                .epochs(10)
                .batch(32)
                .test(garments.validation())
                .best(Metric.TEST_ROOT_MEAN_SQUARED_ERROR);
        try (GarmentSize network = GarmentSize.train(garments.training(), training)) {
            NumberEvaluation evaluation = network.evaluateNumbers(garments.validation());
            System.out.println(evaluation.stats());
            network.predictNumbers(pictures.listedIn(list)).writeSubmission(folder.resolve("predicted.csv"));
            return evaluation;
        }
    }
}
