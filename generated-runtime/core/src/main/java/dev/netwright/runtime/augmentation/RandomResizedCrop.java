package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.PictureStep;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.util.List;

/**
 * Crops a random part of a picture and resizes it to a square, as torchvision's {@code RandomResizedCrop} does. By
 * default the part covers 8 to 100 % of the picture, with a ratio of its sides from 3:4 to 4:3, at a random position. A
 * part that doesn't fit is drawn again; after ten attempts the center is taken, as large as the ratio allows.
 *
 * <p>Evaluation resizes the shorter side to 8/7 of the square's, rounded, and crops the center: to 256 and 224, as is
 * usual for ImageNet.
 */
public final class RandomResizedCrop implements Augmentation {
    private static final double EVALUATED_MARGIN = 8 / 7.0;

    private final int size;
    private final RandomRegion region;

    private RandomResizedCrop(int size, RandomRegion region) {
        this.size = size;
        this.region = region;
    }

    /**
     * Crops and resizes to a square.
     *
     * @param size rows and columns of the result, at least 1
     * @return the augmentation
     */
    public static RandomResizedCrop of(int size) {
        return new RandomResizedCrop(new CenterCrop(size, size).height(), new RandomRegion(0.08, 1, 3 / 4.0, 4 / 3.0));
    }

    /**
     * Sets the cropped share of the picture's area, uniformly distributed between two bounds.
     *
     * @param least lower bound, in (0, 1]
     * @param most upper bound, in (0, 1]
     * @return a changed copy
     * @throws IllegalArgumentException if a bound is out of range, or they are out of order
     */
    public RandomResizedCrop shares(double least, double most) {
        return new RandomResizedCrop(size, region.shares(least, most));
    }

    /**
     * Sets the part's ratio of columns to rows; its logarithm is uniformly distributed.
     *
     * @param least lower bound, above 0
     * @param most upper bound, above 0
     * @return a changed copy
     * @throws IllegalArgumentException if a bound is out of range, or they are out of order
     */
    public RandomResizedCrop ratios(double least, double most) {
        return new RandomResizedCrop(size, region.ratios(least, most));
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        crop(canvas, draw);
        canvas.resize(size, size);
    }

    private void crop(Canvas canvas, Draw draw) {
        int height = canvas.height();
        int width = canvas.width();
        for (int attempt = 0; attempt < RandomRegion.ATTEMPTS; attempt++) {
            RandomRegion.Sides sides = region.draw((long) height * width, draw);
            int columns = sides.first();
            int rows = sides.second();
            if (columns > 0 && columns <= width && rows > 0 && rows <= height) {
                int top = draw.below(height - rows + 1);
                int left = draw.below(width - columns + 1);
                canvas.crop(top, left, rows, columns);
                return;
            }
        }
        double ratio = (double) width / height;
        int rows = ratio < region.leastRatio() ? (int) Math.rint(width / region.leastRatio()) : height;
        int columns = ratio > region.mostRatio() ? (int) Math.rint(height * region.mostRatio()) : width;
        canvas.crop((height - rows) / 2, (width - columns) / 2, rows, columns);
    }

    @Override
    public List<PictureStep> evaluated() {
        return List.of(new ResizeShorterSide((int) Math.rint(size * EVALUATED_MARGIN)), new CenterCrop(size, size));
    }

    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "RandomResizedCrop.of(" + size + ").shares(" + region.leastShare() + ", " + region.mostShare()
                + ").ratios(" + region.leastRatio() + ", " + region.mostRatio() + ")";
    }
}
