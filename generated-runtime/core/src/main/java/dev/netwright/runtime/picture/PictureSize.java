package dev.netwright.runtime.picture;

/**
 * Rows and columns of a picture.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record PictureSize(int height, int width) {
    /** Checks both. */
    public PictureSize {
        require(height, width);
    }

    static void require(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture is at least 1x1, found " + height + "x" + width);
        }
        if ((double) height * width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A picture holds fewer than 2^31 pixels, found " + height + "x" + width + "; make it smaller");
        }
    }

    /** A step makes no larger picture than those that are decoded. */
    static void requireOfStep(int height, int width) {
        require(height, width);
        if ((long) height * width > PictureDecoder.DEFAULT_MAX_PIXELS) {
            throw new IllegalArgumentException("A step makes pictures of at most " + PictureDecoder.DEFAULT_MAX_PIXELS
                    + " pixels, found " + height + "x" + width + "; make it smaller");
        }
    }

    /** Height x width, as in {@code 224x224}. */
    @Override
    public String toString() {
        return height + "x" + width;
    }
}
