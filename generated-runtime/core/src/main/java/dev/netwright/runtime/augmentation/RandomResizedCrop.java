package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.PictureStep;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.util.List;

/**
 * Keeps a part of a picture and resizes it to a square, as torchvision's {@code RandomResizedCrop} does: the part covers 8 to
 * 100 % of the picture, its sides are as 3 to 4 up to 4 to 3, and it lies anywhere. A part that is larger than the picture is
 * drawn anew; after ten the middle is taken, as large as the ratio allows.
 *
 * <p>Evaluation resizes the shorter side to 8/7 of the square's, rounded, and keeps the middle: 256 and 224, as
 * is usual for ImageNet.
 */
public final class RandomResizedCrop implements Augmentation {
    private static final double EVALUATED_MARGIN = 8 / 7.0;

    private final int size;
    private final RandomRegion region;

    private RandomResizedCrop(int size, RandomRegion region) {
        this.size = size;
        this.region = region;
    }

    /** Makes squares of so many rows and columns. */
    public static RandomResizedCrop of(int size) {
        return new RandomResizedCrop(new CenterCrop(size, size).height(), new RandomRegion(0.08, 1, 3 / 4.0, 4 / 3.0));
    }

    /** The share of the picture that is kept, uniform between two numbers in (0, 1]. */
    public RandomResizedCrop shares(double least, double most) {
        return new RandomResizedCrop(size, region.shares(least, most));
    }

    /** The part's columns by its rows, between two numbers above 0; the logarithm is uniform. */
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
    public String toString() {
        return "RandomResizedCrop.of(" + size + ").shares(" + region.leastShare() + ", " + region.mostShare()
                + ").ratios(" + region.leastRatio() + ", " + region.mostRatio() + ")";
    }
}
