package dev.netwright.runtime.data;

/**
 * Checks the values of a picture before training or evaluation. A NaN or an infinity spreads as NaN to every parameter
 * that it reaches. So does a number whose square overflows in the sums of norms and gradients, and ReLU can hide it
 * from the loss.
 */
public final class PictureValues {
    /** The largest allowed magnitude: a sum of hundreds of its squares still fits into a float. */
    public static final double LARGEST = 1e18;

    private PictureValues() {}

    /**
     * Checks all values of a picture.
     *
     * @param where name of the picture
     * @param format shape of the picture
     * @param offset index of its first value
     * @throws MalformedDataException if a value is NaN, infinite or above {@link #LARGEST} in magnitude; the message
     *     names the first one
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

    /**
     * Finds the first value that is NaN, infinite or above {@link #LARGEST} in magnitude.
     *
     * @param values array with the values
     * @param offset index of the first value to check
     * @param length number of values to check
     * @return index of the value relative to {@code offset}; -1 if all are valid
     */
    public static int indexOfUnfit(float[] values, int offset, int length) {
        // A NaN stays NaN in the maximum and fails every comparison. The JIT vectorizes this loop, but not one over
        // the bits.
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
