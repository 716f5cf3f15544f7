package dev.netwright.processor.shape;

/** The size formula of convolutions and pools. */
public final class WindowArithmetic {
    private WindowArithmetic() {}

    /**
     * {@code floor((input + 2 padding - kernel) / stride) + 1}, or 0 if the kernel is larger than the padded input
     * (Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016, relationship 6).
     */
    public static int outputSize(int input, int kernel, int stride, int padding) {
        long room = input + 2L * padding - kernel;
        return room < 0 ? 0 : Math.toIntExact(Math.min(Integer.MAX_VALUE, room / stride + 1));
    }
}
