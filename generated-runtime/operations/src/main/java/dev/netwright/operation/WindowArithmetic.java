package dev.netwright.operation;

/**
 * Output sizes of convolutions and pools (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning",
 * 2016, relationships 6 and 14).
 */
final class WindowArithmetic {
    private WindowArithmetic() {}

    /**
     * {@code floor((input + 2 padding - span) / stride) + 1}, or 0 if the window spans more than the padded input.
     * Without dilation the span is the kernel's size.
     */
    static int outputSize(int input, long span, int stride, int padding) {
        long room = input + 2L * padding - span;
        return room < 0 ? 0 : Math.toIntExact(Math.min(Integer.MAX_VALUE, room / stride + 1));
    }

    /**
     * {@code ceil((input + 2 padding - span) / stride) + 1}, or 0 if the window spans more than the padded input. A
     * last window that would start after the input and its leading padding doesn't count, as in PyTorch.
     */
    static int outputSizeRoundedUp(int input, long span, int stride, int padding) {
        long room = input + 2L * padding - span;
        if (room < 0) {
            return 0;
        }
        long size = (room + stride - 1) / stride + 1;
        boolean startsBehind = (size - 1) * stride >= (long) input + padding;
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, startsBehind ? size - 1 : size));
    }
}
