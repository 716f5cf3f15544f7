package dev.netwright.runtime.picture;

import java.util.Optional;

/**
 * Crops the center, as torchvision's {@code CenterCrop} does. A smaller picture is padded with black first. If the
 * margins differ, the first is half the difference, with halves rounded to the even number.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record CenterCrop(int height, int width) implements PictureStep {
    static final String NAME = "center-crop";

    /**
     * Checks the size.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @throws IllegalArgumentException if a side is out of range
     */
    public CenterCrop {
        PictureSize.requireOfStep(height, width);
    }

    @Override
    public void apply(Canvas canvas) {
        int missingRows = Math.max(0, height - canvas.height());
        int missingColumns = Math.max(0, width - canvas.width());
        canvas.pad(missingRows / 2, missingColumns / 2, (missingRows + 1) / 2, (missingColumns + 1) / 2);
        canvas.crop(
                (int) Math.rint((canvas.height() - height) / 2.0),
                (int) Math.rint((canvas.width() - width) / 2.0),
                height,
                width);
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
