package dev.netwright.runtime.augmentation;

import java.util.Arrays;

/**
 * Sets a rectangle of a picture to 0 with a probability, as torchvision's {@code RandomErasing} does after {@code
 * Normalize}: 0 is black, or the mean color if the pictures are normalized. By default the rectangle covers 2 to 33 %
 * of the picture, with a ratio of rows to columns from 0.3 to 3.3, at a random position. A rectangle as high or as wide
 * as the picture is drawn again; after ten attempts nothing is erased. Evaluation erases nothing.
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

    /**
     * Erases a rectangle in some of the pictures.
     *
     * @param probability probability that a rectangle is erased, in [0, 1]
     * @return the augmentation
     * @throws IllegalArgumentException if the probability is out of range
     */
    public static RandomErasing withProbability(double probability) {
        return new RandomErasing(probability, new RandomRegion(0.02, 0.33, 0.3, 3.3));
    }

    /**
     * Sets the erased share of the picture's area, uniformly distributed between two bounds.
     *
     * @param least lower bound, in (0, 1]
     * @param most upper bound, in (0, 1]
     * @return a changed copy
     * @throws IllegalArgumentException if a bound is out of range, or they are out of order
     */
    public RandomErasing shares(double least, double most) {
        return new RandomErasing(probability, region.shares(least, most));
    }

    /**
     * Sets the rectangle's ratio of rows to columns; its logarithm is uniformly distributed.
     *
     * @param least lower bound, above 0
     * @param most upper bound, above 0
     * @return a changed copy
     * @throws IllegalArgumentException if a bound is out of range, or they are out of order
     */
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

    /** The erased pixels keep their classes. */
    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "RandomErasing.withProbability(" + probability + ").shares(" + region.leastShare() + ", "
                + region.mostShare() + ").ratios(" + region.leastRatio() + ", " + region.mostRatio() + ")";
    }
}
