package dev.netwright.runtime.picture;

import java.util.Optional;

/**
 * Resizes as Pillow's {@code Image.resize((width, height), BILINEAR)} and torchvision's {@code Resize((height, width))}
 * do, with antialiasing if the picture shrinks.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Resize(int height, int width) implements PictureStep {
    static final String NAME = "resize";

    /**
     * Checks the size.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @throws IllegalArgumentException if a side is out of range
     */
    public Resize {
        PictureSize.requireOfStep(height, width);
    }

    @Override
    public void apply(Canvas canvas) {
        canvas.resize(height, width);
    }

    @Override
    public Optional<PictureSize> size() {
        return Optional.of(new PictureSize(height, width));
    }

    @Override
    public PictureSize sizeAfter(PictureSize before) {
        return new PictureSize(height, width);
    }

    @Override
    public String text() {
        return NAME + " " + height + "x" + width;
    }
}
