package dev.netwright.runtime.picture;

/** The number that each of the 256 pixels of each channel becomes; immutable. */
public final class PixelValues {
    private final float[][] values;

    PixelValues(float[][] values) {
        this.values = values;
    }

    /**
     * Turns planes into numbers.
     *
     * @param pixels planes, one after the other, from {@code first} on
     * @param plane pixels of a plane
     * @param target takes the numbers from {@code offset} on, in the same order
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public void apply(byte[] pixels, int first, int plane, float[] target, int offset) {
        for (int channel = 0; channel < values.length; channel++) {
            float[] ofChannel = values[channel];
            int from = first + channel * plane;
            int to = offset + channel * plane;
            for (int i = 0; i < plane; i++) {
                target[to + i] = ofChannel[Byte.toUnsignedInt(pixels[from + i])];
            }
        }
    }
}
