package dev.netwright.operation;

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

    /** Rows of what it makes of an image, rounded down; 0 if it spans more than the padded image. */
    public int rows(int input) {
        return WindowArithmetic.outputSize(input, spanHeight(), strideHeight, paddingHeight);
    }

    /** Columns of what it makes of an image, rounded down; 0 if it spans more than the padded image. */
    public int columns(int input) {
        return WindowArithmetic.outputSize(input, spanWidth(), strideWidth, paddingWidth);
    }

    /** {@link #rows}, rounded up. */
    public int rowsRoundedUp(int input) {
        return WindowArithmetic.outputSizeRoundedUp(input, spanHeight(), strideHeight, paddingHeight);
    }

    /** {@link #columns}, rounded up. */
    public int columnsRoundedUp(int input) {
        return WindowArithmetic.outputSizeRoundedUp(input, spanWidth(), strideWidth, paddingWidth);
    }
}
