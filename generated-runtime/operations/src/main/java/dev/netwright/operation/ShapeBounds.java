package dev.netwright.operation;

/**
 * What is known of a shape. What is computed of numbers that came from a fault is tainted as they are; an exact one is a shape as
 * it is written.
 *
 * @param isVector whether it is known to be a vector; nothing makes an image of one
 */
public record ShapeBounds(Interval channels, Interval rows, Interval columns, boolean isVector) {
    /** An image. */
    public static ShapeBounds image(Interval channels, Interval rows, Interval columns) {
        return new ShapeBounds(channels, rows, columns, false);
    }

    /** Images of which the channels are known at most. */
    public static ShapeBounds image(Interval channels) {
        return image(channels, Interval.POSITIVE, Interval.POSITIVE);
    }

    /** A vector. */
    public static ShapeBounds vector(Interval count) {
        return new ShapeBounds(count, Interval.of(1), Interval.of(1), true);
    }

    /** Whether it is a single shape. */
    public boolean isExact() {
        return channels.isExact() && rows.isExact() && columns.isExact();
    }

    /** The number of values, which is what a fully connected layer reads. */
    public Interval features() {
        return channels.times(rows).times(columns);
    }

    /** What is known behind a fault that smaller shapes make up for. */
    public ShapeBounds orLess() {
        return new ShapeBounds(channels.orLess(), rows.orLess(), columns.orLess(), isVector);
    }

    /** {@code 64x56x56}, or {@code 512} for a vector, with a question mark for each number that is tainted. */
    @Override
    public String toString() {
        return isVector ? channels.toString() : channels + "x" + rows + "x" + columns;
    }
}
