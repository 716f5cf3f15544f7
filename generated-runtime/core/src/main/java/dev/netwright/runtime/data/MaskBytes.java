package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.picture.Canvas;

/** The bytes of a mask as targets: classes as unsigned bytes, and {@link Canvas#NO_CLASS} for {@link Target.PerPixel#IGNORED}. */
public final class MaskBytes {
    private MaskBytes() {}

    /**
     * Writes the class of each pixel.
     *
     * @param mask a class for each pixel, row by row
     * @param pixels number of pixels
     * @param values receives a number for each pixel
     * @param offset index of the first number
     */
    public static void read(byte[] mask, int pixels, float[] values, int offset) {
        for (int i = 0; i < pixels; i++) {
            values[offset + i] = mask[i] == Canvas.NO_CLASS ? Target.PerPixel.IGNORED : Byte.toUnsignedInt(mask[i]);
        }
    }
}
