package dev.netwright.runtime.data;

/**
 * What the values of a picture may be for a network to learn or evaluate it. A NaN or an infinity becomes a NaN in every parameter that it
 * reaches, and so does a number so large that sums of squares, as of norms and gradients, aren't finite; a rectifier hides it from the loss.
 */
public final class PictureValues {
    /** The largest magnitude: sums of hundreds of its squares are floats still. */
    public static final double LARGEST = 1e18;

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
        // NaN stays NaN in a maximum, and is at most nothing. The compiler has vector code for this loop, but not for
        // one over bits.
        float most = 0;
        for (int i = offset; i < offset + length; i++) {
            most = Math.max(most, Math.abs(values[i]));
        }
        if (most <= (float) LARGEST) {
            return -1;
        }
        int place = offset;
        while (Math.abs(values[place]) <= (float) LARGEST) {
            place++;
        }
        return place;
    }
}
