package dev.netwright.runtime.kernel;

/** A sliding window: kernel, stride, zero padding on each side and dilation, each as rows and columns. */
public record Window(
        int kernelHeight,
        int kernelWidth,
        int strideHeight,
        int strideWidth,
        int paddingHeight,
        int paddingWidth,
        int dilationHeight,
        int dilationWidth) {
    /** A window with equal numbers for rows and columns, without dilation. */
    public static Window square(int kernel, int stride, int padding) {
        return of(kernel, kernel, stride, stride, padding, padding);
    }

    /** A window without dilation. */
    public static Window of(
            int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, int paddingHeight, int paddingWidth) {
        return new Window(kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, 1, 1);
    }

    /** The same window with its places {@code rows} and {@code columns} apart instead of next to each other. */
    public Window dilated(int rows, int columns) {
        return new Window(
                kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, rows, columns);
    }
}
