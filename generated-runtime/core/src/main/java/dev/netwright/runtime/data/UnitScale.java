package dev.netwright.runtime.data;

/** Converts bytes to a network's input: {@code pixel / 255f}, as torchvision's {@code ToTensor} does. */
public final class UnitScale {
    private static final float[] QUOTIENTS = new float[256];

    static {
        for (int pixel = 0; pixel < QUOTIENTS.length; pixel++) {
            QUOTIENTS[pixel] = pixel / 255f;
        }
    }

    private UnitScale() {}

    /**
     * Scales unsigned bytes.
     *
     * @param pixels array with the bytes
     * @param first index of the first byte
     * @param target array for the values
     * @param offset index of the first value
     * @param length number of bytes
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void apply(byte[] pixels, int first, float[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[offset + i] = QUOTIENTS[Byte.toUnsignedInt(pixels[first + i])];
        }
    }
}
