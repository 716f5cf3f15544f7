package dev.netwright.examples.tutorial;

import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.RandomCrop;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.LearningOptions;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Recipe;
import dev.netwright.runtime.training.Training;

/** {@link Recipe#modern} changed for a few epochs on small grey pictures, as docs/modern-recipe.md describes. */
final class ShortModernRecipe {
    private static final double EPOCHS_OF_A_WARM_UP_EPOCH = 15;

    private ShortModernRecipe() {}

    /** A higher rate, an average of fewer steps, and no mixing: what so few steps can make use of. */
    static Training training(double rate, int epochs) {
        Optimizer optimizer = Optimizer.adamW(rate, 0.05)
                .withoutDecayOfBiasesAndNorms()
                .schedule(Schedule.cosine().warmUp(epochs / EPOCHS_OF_A_WARM_UP_EPOCH));
        return Recipe.modern(epochs)
                .optimizer(optimizer)
                .averageWeights(0.995, 1)
                .without(LearningOptions.MIX_UP)
                .without(LearningOptions.CUT_MIX);
    }

    /** 28x28 becomes 36x36 with a black border, of which training takes any part and evaluation the middle. */
    static ImageDataset prepared(ImageDataset train, int size) {
        return train.augmented(RandomCrop.of(size).padding(4), HorizontalFlip.withProbability(0.5))
                .normalized(Normalization.of(0.286, 0.353));
    }
}
