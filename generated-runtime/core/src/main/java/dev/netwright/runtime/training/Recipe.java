package dev.netwright.runtime.training;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.HorizontalFlip;
import dev.netwright.runtime.augmentation.Interpolation;
import dev.netwright.runtime.augmentation.RandAugment;
import dev.netwright.runtime.augmentation.RandomErasing;
import dev.netwright.runtime.augmentation.RandomResizedCrop;
import dev.netwright.runtime.schedule.Schedule;

/**
 * Options that train well together. A recipe is an ordinary {@link Training}: print it, and change what doesn't fit, such as
 * the optimizer with {@link Training#optimizer(Optimizer)}, or leave an option out with {@link Training#without}.
 *
 * <pre>{@code
 * ImageDataset train = pictures.augmented(Recipe.modernAugmentation(224)).normalized(Normalization.IMAGENET);
 * ImageNetResNet50.train(train, Recipe.modern(100).batch(64).test(test))
 * }</pre>
 */
public final class Recipe {
    private static final int EPOCHS = 300;
    private static final int BATCH = 128;

    /** ConvNeXt's 4e-3 for batches of 4,096 and DeiT's 5e-4 for 512 are both this rate for one of 1,024. */
    private static final double RATE_OF_1024 = 1e-3;

    /** ConvNeXt warms up for 20 of 300 epochs. */
    private static final double EPOCHS_OF_A_WARM_UP_EPOCH = 15;

    private Recipe() {}

    /**
     * {@link #modern(int)} with its source's 300 epochs.
     *
     * @return options to print and change
     */
    public static Training modern() {
        return modern(EPOCHS);
    }

    /**
     * Training from scratch as for ConvNeXt (Liu et al., "A ConvNet for the 2020s", 2022, table 5), which follows DeiT
     * (Touvron et al., 2021):
     *
     * <ul>
     *   <li>{@code epochs(epochs)}: 300 there.
     *   <li>{@code batch(128)}: 4,096 there, on many GPUs.
     *   <li>{@code dropLastBatch()}: as in DeiT's program, so that no batch norm sees a few images only.
     *   <li>{@code Optimizer.adamW(1.25e-4, 0.05)}: decoupled weight decay (Loshchilov and Hutter, 2019); 4e-3 there,
     *       scaled linearly to the batch (Goyal et al., 2017). With another batch, scale it too: 1e-3 for 1,024 images.
     *   <li>{@code withoutDecayOfBiasesAndNorms()}: as there (He et al., "Bag of tricks", 2019).
     *   <li>{@code Schedule.cosine()} after a linear {@code warmUp} of a fifteenth of the epochs: 20 of 300 there.
     *   <li>{@code labelSmoothing(0.1)} (Szegedy et al., 2016).
     *   <li>{@code mixUp(0.8)} (Zhang et al., 2018) and {@code cutMix(1)} (Yun et al., 2019), of which each batch draws
     *       one.
     *   <li>{@code averageWeights(0.999, ...)} from the end of the warm-up on: 0.9999 there, for runs of 90,000 steps. An
     *       average remembers {@code 1 / (1 - decay)} steps, so this fits runs of a few thousand.
     * </ul>
     *
     * <p>The augmentation of pictures belongs to the data: {@link #modernAugmentation}. Stochastic depth belongs to the
     * network. A network that starts from trained weights needs a tenth of the rate and of the epochs.
     *
     * @param epochs number of epochs, at least 1
     * @return options to print and change
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Training modern(int epochs) {
        double warmUp = epochs / EPOCHS_OF_A_WARM_UP_EPOCH;
        Optimizer optimizer = Optimizer.adamW(RATE_OF_1024 * BATCH / 1024, 0.05)
                .withoutDecayOfBiasesAndNorms()
                .schedule(Schedule.cosine().warmUp(warmUp));
        return Training.with(optimizer)
                .epochs(epochs)
                .batch(BATCH)
                .dropLastBatch()
                .labelSmoothing(0.1)
                .mixUp(0.8)
                .cutMix(1)
                .averageWeights(0.999, (int) Math.ceil(warmUp));
    }

    /**
     * The same source's augmentation of pictures, before normalization:
     *
     * <ul>
     *   <li>{@code RandomResizedCrop.of(size)}: 8 to 100 % of the picture (Szegedy et al., 2015); evaluation takes the
     *       middle.
     *   <li>{@code HorizontalFlip.withProbability(0.5)}: leave it out where left and right differ, as for digits.
     *   <li>{@code RandAugment.of(2, 9)}, bilinear (Cubuk et al., 2020); the magnitude also varies there.
     *   <li>{@code RandomErasing.withProbability(0.25)} (Zhong et al., 2020), after normalization.
     * </ul>
     *
     * @param size rows and columns of the network's input
     * @return one augmentation that applies all of them
     */
    public static Augmentation modernAugmentation(int size) {
        return Augmentation.of(
                RandomResizedCrop.of(size),
                HorizontalFlip.withProbability(0.5),
                RandAugment.of(2, 9).interpolation(Interpolation.BILINEAR),
                RandomErasing.withProbability(0.25));
    }
}
