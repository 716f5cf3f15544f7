package dev.netwright.operation;

/**
 * The part of the image on which one value depends (Dumoulin and Visin, 2016; recurrence of Araujo et al., "Computing
 * receptive fields of convolutional neural networks", 2019).
 *
 * @param height the height in pixels
 * @param width the width in pixels
 * @param rowStep the distance in pixel rows between the fields of neighbouring values
 * @param columnStep the distance in pixel columns between the fields of neighbouring values
 */
public record ReceptiveField(long height, long width, long rowStep, long columnStep) {
    /** The receptive field of a pixel of the image: itself. */
    public static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 1, 1);

    /**
     * The receptive field after a window: {@code size + (span - 1) step} with steps of {@code step stride}, each at
     * most {@link Long#MAX_VALUE}.
     *
     * @param window the window
     * @return the receptive field of the window's output
     */
    public ReceptiveField after(Window window) {
        return new ReceptiveField(
                Saturating.sum(height, Saturating.product(window.spanHeight() - 1, rowStep)),
                Saturating.sum(width, Saturating.product(window.spanWidth() - 1, columnStep)),
                Saturating.product(rowStep, window.strideHeight()),
                Saturating.product(columnStep, window.strideWidth()));
    }

    /**
     * The receptive field after a layer that gives an image another size, in which a value reads neighbouring rows and
     * columns. Steps change with the size, are rounded up, and are at least a pixel.
     *
     * @param readRows the number of neighbouring rows that a value reads, at least 1
     * @param readColumns the number of neighbouring columns that a value reads, at least 1
     * @param rows the number of rows before, at least 1
     * @param columns the number of columns before, at least 1
     * @param newRows the number of rows after, at least 1
     * @param newColumns the number of columns after, at least 1
     * @return the receptive field of the layer's output
     */
    public ReceptiveField resized(long readRows, long readColumns, int rows, int columns, int newRows, int newColumns) {
        return new ReceptiveField(
                Saturating.sum(height, Saturating.product(readRows - 1, rowStep)),
                Saturating.sum(width, Saturating.product(readColumns - 1, columnStep)),
                step(rowStep, rows, newRows),
                step(columnStep, columns, newColumns));
    }

    private static long step(long step, int size, int newSize) {
        return Math.max(1, Saturating.sum(Saturating.product(step, size), newSize - 1L) / newSize);
    }

    /**
     * The receptive field of a sum or concatenation. The steps are equal wherever images can be added or concatenated.
     *
     * @param other the receptive field of the other input
     * @return the larger of each number
     */
    public ReceptiveField union(ReceptiveField other) {
        return new ReceptiveField(
                Math.max(height, other.height),
                Math.max(width, other.width),
                Math.max(rowStep, other.rowStep),
                Math.max(columnStep, other.columnStep));
    }

    /** {@return the longer side in pixels} */
    public long side() {
        return Math.max(height, width);
    }
}
