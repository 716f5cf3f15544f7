package dev.netwright.examples.targets;

import dev.netwright.models.unet.SmallUNet;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.Split;
import dev.netwright.runtime.source.MaskClasses;
import dev.netwright.runtime.source.PictureFolder;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.PixelEvaluation;
import dev.netwright.runtime.training.Training;
import java.nio.file.Path;

/**
 * Learns the class of each pixel. The folder has pictures in {@code images} and their masks in {@code masks}. It writes the masks that the
 * network predicts into {@code predicted}.
 */
public final class Pixels {
    private Pixels() {}

    /** The folder is the one argument. */
    public static void main(String[] arguments) {
        learn(Path.of(arguments[0]));
    }

    /**
     * From the folder to {@code predicted}.
     *
     * @param folder has {@code images} and {@code masks}
     * @return scores on the fifth of the pictures that isn't learned
     */
    public static PixelEvaluation learn(Path folder) {
        MaskClasses classes = MaskClasses.numbered("background", "circle", "square", "triangle");
        ImageDataset pictures =
                PictureFolder.at(folder).masked(classes).rgb().resize(64).cached();
        Split<ImageDataset> split = Split.stratified(pictures, 0.8, 1);
        ImageDataset learned = split.training().augmented(HorizontalFlip.withProbability(0.5));
        Training training =
                Training.with(Optimizer.adam(0.003)).epochs(8).batch(4).seed(1).test(split.validation());
        try (SmallUNet network = SmallUNet.train(learned, training)) {
            PixelEvaluation evaluation = network.evaluatePixels(split.validation());
            System.out.println(evaluation.stats());
            network.predictMasks(PictureFolder.at(folder.resolve("images")).all())
                    .writeMasks(folder.resolve("predicted"));
            return evaluation;
        }
    }
}
