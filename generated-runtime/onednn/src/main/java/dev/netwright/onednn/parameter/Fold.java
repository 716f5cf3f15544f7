package dev.netwright.onednn.parameter;

/**
 * Multiplies weights by their channels' factors, and keeps in two bits what rounding lost in each product, so that the weights can be recovered
 * bit-identically. A product's quotient by its factor is the weight or one of the two floats beside it, unless the product is too small for a
 * float's precision.
 */
final class Fold {
    private static final int CODES_OF_A_BYTE = 4;
    private static final int CODE_BITS = 2;
    private static final int CODE = (1 << CODE_BITS) - 1;

    private final float[] factors;
    private final int row;
    private final byte[] codes;
    private boolean isExact = true;

    /**
     * A fold without weights; {@link #apply} adds them.
     *
     * @param factors one for each row
     * @param row values of a row
     */
    Fold(float[] factors, int row) {
        this.factors = factors;
        this.row = row;
        codes = new byte[(int) (((long) factors.length * row + CODES_OF_A_BYTE - 1) / CODES_OF_A_BYTE)];
    }

    /** Multiplies the values of some rows in place, each once. */
    void apply(int firstRow, float[] values) {
        for (int i = 0; i < values.length; i++) {
            float factor = factors[firstRow + i / row];
            float product = values[i] * factor;
            int step = Float.floatToRawIntBits(values[i]) - Float.floatToRawIntBits(quotient(product, factor));
            if (step < -1 || step > 1) {
                isExact = false;
            } else {
                int index = firstRow * row + i;
                codes[index / CODES_OF_A_BYTE] |= (byte) ((step + 1) << (index % CODES_OF_A_BYTE * CODE_BITS));
            }
            values[i] = product;
        }
    }

    /** Multiplies the values of some rows in place, and keeps nothing to recover them. */
    static void multiply(int firstRow, float[] values, float[] factors, int row) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[firstRow + i / row];
        }
    }

    /** Whether every weight can be recovered. */
    boolean isExact() {
        return isExact;
    }

    /** Recovers the values of some rows, in place. */
    void undo(int firstRow, float[] values) {
        for (int i = 0; i < values.length; i++) {
            int index = firstRow * row + i;
            int step = ((codes[index / CODES_OF_A_BYTE] >> (index % CODES_OF_A_BYTE * CODE_BITS)) & CODE) - 1;
            float quotient = quotient(values[i], factors[firstRow + i / row]);
            values[i] = Float.intBitsToFloat(Float.floatToRawIntBits(quotient) + step);
        }
    }

    /** Nothing is left of a weight times 0, and 0 is what it most likely was. */
    private static float quotient(float product, float factor) {
        return factor == 0 ? 0 : product / factor;
    }
}
