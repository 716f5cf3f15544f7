package dev.netwright.runtime.data;

/**
 * The shape of a picture as a network reads it: planes in the order red, green, blue (or a single grey one), each plane
 * row by row from the top.
 *
 * @param channels 1 (grey) or 3 (RGB)
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record ImageFormat(int channels, int height, int width) {
    /**
     * Checks the sizes.
     *
     * @param channels 1 (grey) or 3 (RGB)
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @throws IllegalArgumentException if a size is out of range, or a picture would hold 2^31 values or more
     */
    public ImageFormat {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("A picture must have 1 (grey) or 3 (RGB) channels, found " + channels);
        }
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("A picture must be at least 1x1, found " + height + "x" + width);
        }
        if ((double) channels * height * width > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A picture must have fewer than 2^31 values, found " + channels + "x"
                    + height + "x" + width + "; resize it to fewer pixels");
        }
    }

    /** {@return the number of values of a picture: channels x height x width} */
    public int values() {
        return channels * height * width;
    }

    /** The format after resizing. */
    ImageFormat resized(int newHeight, int newWidth) {
        return new ImageFormat(channels, newHeight, newWidth);
    }

    /** Channels x height x width, such as {@code 1x28x28}. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
