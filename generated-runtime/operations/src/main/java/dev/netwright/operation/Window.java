package dev.netwright.operation;

/**
 * A sliding window, each of its four sizes given for rows and columns.
 *
 * @param kernelHeight the kernel's number of rows, at least 1
 * @param kernelWidth the kernel's number of columns, at least 1
 * @param strideHeight the rows between neighbouring windows, at least 1
 * @param strideWidth the columns between neighbouring windows, at least 1
 * @param paddingHeight the rows of padding above and below the image, at least 0
 * @param paddingWidth the columns of padding left and right of the image, at least 0
 * @param dilationHeight the rows between neighbouring kernel elements, at least 1; 1 is no dilation
 * @param dilationWidth the columns between neighbouring kernel elements, at least 1; 1 is no dilation
 */
public record Window(
        int kernelHeight,
        int kernelWidth,
        int strideHeight,
        int strideWidth,
        int paddingHeight,
        int paddingWidth,
        int dilationHeight,
        int dilationWidth) {
    /**
     * A window with equal sizes for rows and columns, without dilation.
     *
     * @param kernel the kernel's height and width, at least 1
     * @param stride the distance between neighbouring windows, at least 1
     * @param padding the padding on each side, at least 0
     * @return the window
     */
    public static Window square(int kernel, int stride, int padding) {
        return of(kernel, kernel, stride, stride, padding, padding);
    }

    /**
     * A window without dilation.
     *
     * @param kernelHeight the kernel's number of rows, at least 1
     * @param kernelWidth the kernel's number of columns, at least 1
     * @param strideHeight the rows between neighbouring windows, at least 1
     * @param strideWidth the columns between neighbouring windows, at least 1
     * @param paddingHeight the rows of padding above and below the image, at least 0
     * @param paddingWidth the columns of padding left and right of the image, at least 0
     * @return the window
     */
    public static Window of(
            int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, int paddingHeight, int paddingWidth) {
        return new Window(kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, 1, 1);
    }

    /**
     * The same window with another dilation.
     *
     * @param rows the rows between neighbouring kernel elements, at least 1
     * @param columns the columns between neighbouring kernel elements, at least 1
     * @return the window
     */
    public Window dilated(int rows, int columns) {
        return new Window(
                kernelHeight, kernelWidth, strideHeight, strideWidth, paddingHeight, paddingWidth, rows, columns);
    }

    /**
     * The same window with another kernel size.
     *
     * @param rows the kernel's number of rows, at least 1
     * @param columns the kernel's number of columns, at least 1
     * @return the window
     */
    public Window withKernel(int rows, int columns) {
        return new Window(
                rows, columns, strideHeight, strideWidth, paddingHeight, paddingWidth, dilationHeight, dilationWidth);
    }

    /**
     * {@return the rows from the first to the last kernel element, both included: {@code (kernel - 1) dilation + 1}}
     */
    public long spanHeight() {
        return (kernelHeight - 1L) * dilationHeight + 1;
    }

    /**
     * {@return the columns from the first to the last kernel element, both included: {@code (kernel - 1) dilation + 1}}
     */
    public long spanWidth() {
        return (kernelWidth - 1L) * dilationWidth + 1;
    }

    /**
     * The number of output rows, rounded down.
     *
     * @param input the number of input rows
     * @return the number, 0 if the window doesn't fit the padded input
     */
    public int rows(int input) {
        return WindowArithmetic.outputSize(input, spanHeight(), strideHeight, paddingHeight);
    }

    /**
     * The number of output columns, rounded down.
     *
     * @param input the number of input columns
     * @return the number, 0 if the window doesn't fit the padded input
     */
    public int columns(int input) {
        return WindowArithmetic.outputSize(input, spanWidth(), strideWidth, paddingWidth);
    }

    /** The number of output rows, rounded up. */
    int rowsRoundedUp(int input) {
        return WindowArithmetic.outputSizeRoundedUp(input, spanHeight(), strideHeight, paddingHeight);
    }

    /** The number of output columns, rounded up. */
    int columnsRoundedUp(int input) {
        return WindowArithmetic.outputSizeRoundedUp(input, spanWidth(), strideWidth, paddingWidth);
    }
}
