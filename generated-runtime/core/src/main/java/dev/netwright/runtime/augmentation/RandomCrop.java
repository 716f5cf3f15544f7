package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.PictureSizeException;
import dev.netwright.runtime.picture.PictureStep;
import java.util.List;

/**
 * Crops a picture to a given size at a uniformly random position, as torchvision's {@code RandomCrop} does. Evaluation
 * crops the center.
 */
public final class RandomCrop implements Augmentation {
    private final CenterCrop middle;
    private final int padding;

    private RandomCrop(CenterCrop middle, int padding) {
        this.middle = middle;
        this.padding = padding;
    }

    /**
     * Crops to a square.
     *
     * @param size rows and columns, at least 1
     * @return the augmentation
     */
    public static RandomCrop of(int size) {
        return of(size, size);
    }

    /**
     * Crops to a rectangle.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return the augmentation
     */
    public static RandomCrop of(int height, int width) {
        return new RandomCrop(new CenterCrop(height, width), 0);
    }

    /**
     * Pads the picture with black on each side before it is cropped.
     *
     * @param pixels rows and columns to add on each side, at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if {@code pixels} is negative
     */
    public RandomCrop padding(int pixels) {
        if (pixels < 0) {
            throw new IllegalArgumentException("Padding must be at least 0, found " + pixels);
        }
        return new RandomCrop(middle, pixels);
    }

    @Override
    public void change(Canvas canvas, Draw draw) {
        int rows = canvas.height() + 2 * padding - middle.height();
        int columns = canvas.width() + 2 * padding - middle.width();
        if (rows < 0 || columns < 0) {
            throw new PictureSizeException(
                    "a picture with room for " + this
                            + "; resize it first, or choose a smaller crop or a larger padding",
                    canvas.height() + "x" + canvas.width() + " pixels");
        }
        canvas.pad(padding, padding, padding, padding);
        int top = draw.below(rows + 1);
        int left = draw.below(columns + 1);
        canvas.crop(top, left, middle.height(), middle.width());
    }

    @Override
    public List<PictureStep> evaluated() {
        return List.of(middle);
    }

    @Override
    public boolean suitsMasks() {
        return true;
    }

    @Override
    public String toString() {
        return "RandomCrop.of(" + middle.height() + ", " + middle.width() + ")"
                + (padding == 0 ? "" : ".padding(" + padding + ")");
    }
}
