package dev.netwright.runtime.picture;

/** A table with the value of each of the 256 pixels of each channel. Immutable. */
public final class PixelValues {
    private final float[][] values;

    PixelValues(float[][] values) {
        this.values = values;
    }

    /**
     * Converts pixels to values.
     *
     * @param pixels array with the planes, one after the other
     * @param first index of the first plane's first pixel
     * @param plane number of pixels in a plane
     * @param target array for the values, in the same order
     * @param offset index of the first value
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
