package dev.netwright.runtime.augmentation;

/**
 * Draws rectangles by the share of the picture that they cover, uniform, and by the ratio of their sides, whose logarithm is
 * uniform: what torchvision's {@code RandomResizedCrop} and {@code RandomErasing} have in common.
 */
record RandomRegion(double leastShare, double mostShare, double leastRatio, double mostRatio) {
    /** A rectangle may turn out larger than its picture; torchvision tries as often. */
    static final int ATTEMPTS = 10;

    RandomRegion {
        if (!(leastShare > 0 && leastShare <= mostShare && mostShare <= 1)) {
            throw new IllegalArgumentException(
                    "Shares of a picture lie in (0, 1] and rise, found " + leastShare + " to " + mostShare);
        }
        if (!(leastRatio > 0 && leastRatio <= mostRatio && mostRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Ratios of sides are above 0 and rise, found " + leastRatio + " to " + mostRatio);
        }
    }

    RandomRegion shares(double least, double most) {
        return new RandomRegion(least, most, leastRatio, mostRatio);
    }

    RandomRegion ratios(double least, double most) {
        return new RandomRegion(leastShare, mostShare, least, most);
    }

    /** The sides of a rectangle, of which the first is the longer one if the ratio is above 1. */
    record Sides(int first, int second) {}

    /** Draws a share, then a ratio, for a picture of so many pixels. */
    Sides draw(long pixels, Draw draw) {
        double area = pixels * draw.between(leastShare, mostShare);
        double ratio = Math.exp(draw.between(Math.log(leastRatio), Math.log(mostRatio)));
        return new Sides((int) Math.rint(Math.sqrt(area * ratio)), (int) Math.rint(Math.sqrt(area / ratio)));
    }
}
