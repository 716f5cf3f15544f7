package dev.netwright.runtime.data;

/**
 * What the values of a picture may be for a network to learn or evaluate it. A NaN or an infinity becomes a NaN in every parameter that it
 * reaches, and so does a number so large that sums of squares, as of norms and gradients, aren't finite; a rectifier hides it from the loss.
 */
public final class PictureValues {
    /** The largest magnitude: sums of hundreds of its squares are floats still. */
    public static final double LARGEST = 1e18;

    private static final int LARGEST_BITS = Float.floatToRawIntBits((float) LARGEST);
    private static final int MAGNITUDE = Integer.MAX_VALUE;

    private PictureValues() {}

    /**
     * Looks at all values of a picture.
     *
     * @param where names the picture
     * @param format its shape
     * @param offset of its first value
     * @throws MalformedDataException naming the first value that is NaN, infinite or beyond {@link #LARGEST}
     */
    static void require(String where, ImageFormat format, float[] values, int offset) {
        int place = indexOfUnfit(values, offset, format.values());
        if (place >= 0) {
            int plane = format.height() * format.width();
            int index = place - offset;
            throw new MalformedDataException(
                    where + ", channel " + index / plane + ", row " + index % plane / format.width() + ", column "
                            + index % format.width(),
                    "a finite value of a magnitude of at most " + LARGEST,
                    Float.toString(values[place]),
                    "correct the value, or leave the picture out");
        }
    }

    /** The place of the first value that is NaN, infinite or beyond {@link #LARGEST}; -1 if there is none. */
    public static int indexOfUnfit(float[] values, int offset, int length) {
        // The bits of magnitudes are ordered as the magnitudes are; infinity and then NaN come last.
        int most = 0;
        for (int i = offset; i < offset + length; i++) {
            most = Math.max(most, Float.floatToRawIntBits(values[i]) & MAGNITUDE);
        }
        if (most <= LARGEST_BITS) {
            return -1;
        }
        int place = offset;
        while ((Float.floatToRawIntBits(values[place]) & MAGNITUDE) <= LARGEST_BITS) {
            place++;
        }
        return place;
    }
}
