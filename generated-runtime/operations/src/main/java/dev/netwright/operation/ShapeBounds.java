package dev.netwright.operation;

/**
 * Bounds of a shape. A shape computed from exact numbers is exact; one computed from tainted numbers is tainted.
 *
 * @param channels the bounds of the number of channels, or of a vector's length
 * @param rows the bounds of the number of rows, 1 for a vector
 * @param columns the bounds of the number of columns, 1 for a vector
 * @param isVector whether the shape is known to be a vector, which no layer turns back into an image
 */
public record ShapeBounds(Interval channels, Interval rows, Interval columns, boolean isVector) {
    /**
     * The bounds of an image.
     *
     * @param channels the bounds of the number of channels
     * @param rows the bounds of the number of rows
     * @param columns the bounds of the number of columns
     * @return the bounds
     */
    public static ShapeBounds image(Interval channels, Interval rows, Interval columns) {
        return new ShapeBounds(channels, rows, columns, false);
    }

    /**
     * The bounds of an image of unknown size.
     *
     * @param channels the bounds of the number of channels
     * @return bounds without an upper limit of rows and columns
     */
    public static ShapeBounds image(Interval channels) {
        return image(channels, Interval.POSITIVE, Interval.POSITIVE);
    }

    /**
     * The bounds of a vector.
     *
     * @param count the bounds of the vector's length
     * @return the bounds
     */
    public static ShapeBounds vector(Interval count) {
        return new ShapeBounds(count, Interval.of(1), Interval.of(1), true);
    }

    /** {@return whether it contains a single shape} */
    public boolean isExact() {
        return channels.isExact() && rows.isExact() && columns.isExact();
    }

    /** {@return the bounds of the number of values, which a fully connected layer reads} */
    public Interval features() {
        return channels.times(rows).times(columns);
    }

    /** {@return the bounds when a smaller shape may fix the fault: each side is from 1 to the same greatest value} */
    public ShapeBounds orLess() {
        return new ShapeBounds(channels.orLess(), rows.orLess(), columns.orLess(), isVector);
    }

    /**
     * Formats the shape as {@code 64x56x56}, or {@code 512} for a vector, with a question mark for each tainted number.
     */
    @Override
    public String toString() {
        return isVector ? channels.toString() : channels + "x" + rows + "x" + columns;
    }
}
