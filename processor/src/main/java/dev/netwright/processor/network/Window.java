package dev.netwright.processor.network;

/** A sliding window: kernel, stride and zero padding per side, each as rows and columns. */
public record Window(
        int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, int paddingHeight, int paddingWidth) {
    /** A window with equal numbers for rows and columns. */
    public static Window square(int kernel, int stride, int padding) {
        return new Window(kernel, kernel, stride, stride, padding, padding);
    }
}
