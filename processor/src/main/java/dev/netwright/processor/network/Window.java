package dev.netwright.processor.network;

/** A sliding window: kernel, stride, zero padding per side and dilation, each as rows and columns. */
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
        return new Window(kernel, kernel, stride, stride, padding, padding, 1, 1);
    }

    /** The same window with its places {@code rows} and {@code columns} apart instead of next to each other. */
    public Window dilated(int rows, int columns) {
        return new Window(
                kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, rows, columns);
    }

    /** The same window with another kernel. */
    public Window withKernel(int rows, int columns) {
        return new Window(
                rows, columns, strideHeight, strideWidth, paddingHeight, paddingWidth, dilationHeight, dilationWidth);
    }

    /** Rows from the first to the last place, both included. */
    public long spanHeight() {
        return (kernelHeight - 1L) * dilationHeight + 1;
    }

    /** Columns from the first to the last place, both included. */
    public long spanWidth() {
        return (kernelWidth - 1L) * dilationWidth + 1;
    }
}
