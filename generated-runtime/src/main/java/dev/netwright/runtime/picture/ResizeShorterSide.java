package dev.netwright.runtime.picture;

import java.util.Optional;

/**
 * Resizes so that the shorter side has a given length and the picture keeps its form, as torchvision's
 * {@code Resize(length)} does: the longer side becomes {@code length * longer / shorter}, rounded down.
 *
 * @param length of the shorter side afterwards, at least 1
 */
public record ResizeShorterSide(int length) implements PictureStep {
    static final String NAME = "resize-shorter-side";

    /** Checks it. */
    public ResizeShorterSide {
        PictureSize.require(length, length);
    }

    @Override
    public void apply(Canvas canvas) {
        PictureSize after = sizeAfter(canvas.size());
        canvas.resize(after.height(), after.width());
    }

    @Override
    public Optional<PictureSize> size() {
        return Optional.empty();
    }

    @Override
    public PictureSize sizeAfter(PictureSize before) {
        return before.height() <= before.width()
                ? new PictureSize(length, longer(before.width(), before.height()))
                : new PictureSize(longer(before.height(), before.width()), length);
    }

    private int longer(int longerBefore, int shorterBefore) {
        return Math.toIntExact((long) length * longerBefore / shorterBefore);
    }

    @Override
    public String text() {
        return NAME + " " + length;
    }
}
