package dev.netwright.runtime.picture;

/**
 * Rows and columns of a picture.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record PictureSize(int height, int width) {
    /**
     * Checks the size.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @throws IllegalArgumentException if a side is below 1, or the picture would have 2^31 pixels or more
     */
    public PictureSize {
        require(height, width);
    }

    static void require(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture must be at least 1x1, found " + height + "x" + width);
        }
        if ((double) height * width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A picture must have fewer than 2^31 pixels, found " + height + "x" + width + "; make it smaller");
        }
    }

    /** The result of a step may be no larger than a decoded picture. */
    static void requireOfStep(int height, int width) {
        require(height, width);
        if ((long) height * width > PictureDecoder.DEFAULT_MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "The result of a step must have at most " + PictureDecoder.DEFAULT_MAX_PIXELS + " pixels, found "
                            + height + "x" + width + "; make it smaller");
        }
    }

    /** Height x width, such as {@code 224x224}. */
    @Override
    public String toString() {
        return height + "x" + width;
    }
}
