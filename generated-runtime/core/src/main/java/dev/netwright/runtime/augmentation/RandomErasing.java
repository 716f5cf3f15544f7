package dev.netwright.runtime.augmentation;

import java.util.Arrays;

/**
 * Sets a rectangle of a picture to 0 with a probability, as torchvision's {@code RandomErasing} does behind {@code Normalize}:
 * 0 is black, or the mean colour if the pictures are normalized. It covers 2 to 33 % of the picture, its rows are to its columns
 * as 0.3 up to 3.3, and it lies anywhere. A rectangle that is as high or as wide as the picture is drawn anew; after ten nothing is
 * erased. Evaluation erases nothing.
 *
 * <p>Source: Z. Zhong et al., "Random Erasing Data Augmentation", AAAI 2020.
 */
public final class RandomErasing implements Augmentation {
    private final double probability;
    private final RandomRegion region;

    private RandomErasing(double probability, RandomRegion region) {
        this.probability = Ranges.probability(probability);
        this.region = region;
    }

    /** Erases with a probability in [0, 1]. */
    public static RandomErasing withProbability(double probability) {
        return new RandomErasing(probability, new RandomRegion(0.02, 0.33, 0.3, 3.3));
    }

    /** The share of the picture that is erased, uniform between two numbers in (0, 1]. */
    public RandomErasing shares(double least, double most) {
        return new RandomErasing(probability, region.shares(least, most));
    }

    /** The rectangle's rows by its columns, between two numbers above 0; the logarithm is uniform. */
    public RandomErasing ratios(double least, double most) {
        return new RandomErasing(probability, region.ratios(least, most));
    }

    @Override
    public void changeValues(float[] values, int offset, int channels, int height, int width, Draw draw) {
        if (!draw.happens(probability)) {
            return;
        }
        for (int attempt = 0; attempt < RandomRegion.ATTEMPTS; attempt++) {
            RandomRegion.Sides sides = region.draw((long) height * width, draw);
            int rows = sides.first();
            int columns = sides.second();
            if (rows < height && columns < width) {
                int top = draw.below(height - rows + 1);
                int left = draw.below(width - columns + 1);
                for (int row = 0; row < channels * rows; row++) {
                    int y = (row / rows) * height + top + row % rows;
                    int first = offset + y * width + left;
                    Arrays.fill(values, first, first + columns, 0);
                }
                return;
            }
        }
    }

    @Override
    public String toString() {
        return "RandomErasing.withProbability(" + probability + ").shares(" + region.leastShare() + ", "
                + region.mostShare() + ").ratios(" + region.leastRatio() + ", " + region.mostRatio() + ")";
    }
}
