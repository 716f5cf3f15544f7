package dev.netwright.runtime.picture;

import java.util.Optional;

/**
 * Resizes so that the shorter side has a given length, and keeps the aspect ratio, as torchvision's {@code
 * Resize(length)} does: the longer side becomes {@code length * longer / shorter}, rounded down.
 *
 * @param length length of the shorter side afterwards, at least 1
 */
public record ResizeShorterSide(int length) implements PictureStep {
    static final String NAME = "resize-shorter-side";

    /**
     * Checks the length.
     *
     * @param length length of the shorter side afterwards, at least 1
     * @throws IllegalArgumentException if the length is out of range
     */
    public ResizeShorterSide {
        PictureSize.requireOfStep(length, length);
    }

    @Override
    public void apply(Canvas canvas) {
        int height = canvas.height();
        int width = canvas.width();
        canvas.resize(
                height <= width ? length : longerOf(height, width), height <= width ? longerOf(width, height) : length);
    }

    private int longerOf(int longerBefore, int shorterBefore) {
        long after = (long) length * longerBefore / shorterBefore;
        if (after > Integer.MAX_VALUE) {
            throw new PictureSizeException(
                    "sides below 2^31 pixels after the shorter one of " + shorterBefore + " becomes " + length,
                    after + " of " + longerBefore);
        }
        return (int) after;
    }

    @Override
    public Optional<PictureSize> size() {
        return Optional.empty();
    }

    @Override
    public PictureSize sizeAfter(PictureSize before) {
        return before.height() <= before.width()
                ? new PictureSize(length, longerOf(before.width(), before.height()))
                : new PictureSize(longerOf(before.height(), before.width()), length);
    }

    @Override
    public String text() {
        return NAME + " " + length;
    }
}
