package dev.netwright.operation;

import org.jspecify.annotations.Nullable;

/**
 * The logical shape of one image's values, independent of a kernel set's memory layout.
 *
 * @param channels the number of channels, at least 1; for a vector its length
 * @param height the number of rows, at least 1
 * @param width the number of columns, at least 1
 */
public record Shape(int channels, int height, int width) {
    /**
     * Checks that no side is empty.
     *
     * @param channels the number of channels
     * @param height the number of rows
     * @param width the number of columns
     * @throws IllegalArgumentException if any of them is below 1
     */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape needs sides of at least 1, found " + channels + "x" + height + "x" + width);
        }
    }

    /**
     * The shape of an image.
     *
     * @param channels the number of channels, at least 1
     * @param height the number of rows, at least 1
     * @param width the number of columns, at least 1
     * @return the shape
     */
    public static Shape image(int channels, int height, int width) {
        return new Shape(channels, height, width);
    }

    /**
     * The shape of a vector: channels of one pixel.
     *
     * @param count the vector's length, at least 1
     * @return the shape
     */
    public static Shape features(int count) {
        return new Shape(count, 1, 1);
    }

    /**
     * {@return the number of values of one image}
     *
     * @throws ArithmeticException if it exceeds an {@code int}
     */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    /** Formats the shape as {@code 64x56x56}. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }

    /** Written out, as {@link #hashCode} is: Java links a record's own methods at run time, which takes part of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape that && channels == that.channels && height == that.height && width == that.width;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * channels + height) + width;
    }
}
