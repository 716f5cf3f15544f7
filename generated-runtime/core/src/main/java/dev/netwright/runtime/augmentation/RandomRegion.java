package dev.netwright.runtime.augmentation;

/**
 * Draws the sides of a random rectangle: its share of the picture's area is uniform, and so is the logarithm of the
 * ratio of its sides. Used for torchvision's {@code RandomResizedCrop} and {@code RandomErasing}.
 */
record RandomRegion(double leastShare, double mostShare, double leastRatio, double mostRatio) {
    /** Number of attempts to draw a rectangle that fits into the picture, as in torchvision. */
    static final int ATTEMPTS = 10;

    RandomRegion {
        if (!(leastShare > 0 && leastShare <= mostShare && mostShare <= 1)) {
            throw new IllegalArgumentException("Shares of a picture must be in (0, 1] and in ascending order, found "
                    + leastShare + " to " + mostShare);
        }
        if (!(leastRatio > 0 && leastRatio <= mostRatio && mostRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Ratios of sides must be above 0 and in ascending order, found " + leastRatio + " to " + mostRatio);
        }
    }

    RandomRegion shares(double least, double most) {
        return new RandomRegion(least, most, leastRatio, mostRatio);
    }

    RandomRegion ratios(double least, double most) {
        return new RandomRegion(leastShare, mostShare, least, most);
    }

    /** The sides of a rectangle; {@code first} is the longer one if the ratio is above 1. */
    record Sides(int first, int second) {}

    /** Draws a share and then a ratio, for a picture with this number of pixels. */
    Sides draw(long pixels, Draw draw) {
        double area = pixels * draw.between(leastShare, mostShare);
        double ratio = Math.exp(draw.between(Math.log(leastRatio), Math.log(mostRatio)));
        return new Sides((int) Math.rint(Math.sqrt(area * ratio)), (int) Math.rint(Math.sqrt(area / ratio)));
    }
}
