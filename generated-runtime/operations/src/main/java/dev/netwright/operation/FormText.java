package dev.netwright.operation;

/** What the texts of several layers have in common. */
final class FormText {
    private FormText() {}

    /** A window with all its numbers. */
    static String of(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + " stride " + window.strideHeight() + "x"
                + window.strideWidth() + " padding " + window.paddingHeight() + "x" + window.paddingWidth()
                + " dilation "
                + window.dilationHeight() + "x" + window.dilationWidth();
    }

    /** A number in hexadecimal: {@code Double.toString} was corrected in JDK 19. */
    static String of(double value) {
        return Double.toHexString(value);
    }

    static String ofBias(boolean hasBias) {
        return hasBias ? " with bias" : " without bias";
    }

    /** A window without dilation as PyTorch's users write it: {@code 3x3, stride 2, padding 1}. */
    static String torch(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + ", stride "
                + sides(window.strideHeight(), window.strideWidth()) + ", padding "
                + sides(window.paddingHeight(), window.paddingWidth());
    }

    /** {@code 2}, or {@code 2x1}. */
    static String sides(int height, int width) {
        return height == width ? Integer.toString(height) : height + "x" + width;
    }

    /** {@code 3×3}, and only where there are such: {@code /2} for the stride, {@code dilated 2}. */
    static String words(Window window) {
        StringBuilder text = new StringBuilder(window.kernelHeight() + "\u00d7" + window.kernelWidth());
        if (window.strideHeight() != 1 || window.strideWidth() != 1) {
            text.append(" /").append(pair(window.strideHeight(), window.strideWidth()));
        }
        if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
            text.append(" dilated ").append(pair(window.dilationHeight(), window.dilationWidth()));
        }
        return text.toString();
    }

    private static String pair(int rows, int columns) {
        return rows == columns ? Integer.toString(rows) : rows + "\u00d7" + columns;
    }
}
