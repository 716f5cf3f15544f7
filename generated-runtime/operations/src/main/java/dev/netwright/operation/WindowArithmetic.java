package dev.netwright.operation;

/** The size formulas of convolutions and pools. */
public final class WindowArithmetic {
    private WindowArithmetic() {}

    /**
     * {@code floor((input + 2 padding - span) / stride) + 1}, where a kernel without dilation spans its own size, or 0 if it
     * spans more than the padded input (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016,
     * relationships 6 and 14).
     */
    public static int outputSize(int input, long span, int stride, int padding) {
        long room = input + 2L * padding - span;
        return room < 0 ? 0 : Math.toIntExact(Math.min(Integer.MAX_VALUE, room / stride + 1));
    }

    /**
     * {@code ceil((input + 2 padding - span) / stride) + 1}, without a last window that would start behind the input and its
     * first padding, as PyTorch has it.
     */
    public static int outputSizeRoundedUp(int input, long span, int stride, int padding) {
        long room = input + 2L * padding - span;
        if (room < 0) {
            return 0;
        }
        long size = (room + stride - 1) / stride + 1;
        boolean startsBehind = (size - 1) * stride >= (long) input + padding;
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, startsBehind ? size - 1 : size));
    }
}
