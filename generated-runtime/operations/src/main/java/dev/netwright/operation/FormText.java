package dev.netwright.operation;

/** Text that several layers share. */
final class FormText {
    private FormText() {}

    /** The window with all its numbers, for fingerprints. */
    static String of(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + " stride " + window.strideHeight() + "x"
                + window.strideWidth() + " padding " + window.paddingHeight() + "x" + window.paddingWidth()
                + " dilation "
                + window.dilationHeight() + "x" + window.dilationWidth();
    }

    /** The number in hexadecimal, because JDK 19 changed the result of {@code Double.toString}. */
    static String of(double value) {
        return Double.toHexString(value);
    }

    static String ofBias(boolean hasBias) {
        return hasBias ? " with bias" : " without bias";
    }

    /** The window without dilation in PyTorch's terms: {@code 3x3, stride 2, padding 1}. */
    static String torch(Window window) {
        return window.kernelHeight() + "x" + window.kernelWidth() + ", stride "
                + sides(window.strideHeight(), window.strideWidth()) + ", padding "
                + sides(window.paddingHeight(), window.paddingWidth());
    }

    /** {@code 2}, or {@code 2x1}. */
    static String sides(int height, int width) {
        return height == width ? Integer.toString(height) : height + "x" + width;
    }

    /** {@code 3×3}, then {@code /2} if the stride isn't 1 and {@code dilated 2} if the dilation isn't 1. */
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
