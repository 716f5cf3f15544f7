package dev.netwright.operation;

import org.jspecify.annotations.Nullable;

/**
 * The logical shape of one image's values, whatever layout a kernel set gives them in memory.
 *
 * @param channels at least 1; for a vector its length
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record Shape(int channels, int height, int width) {
    /** Refuses empty shapes. */
    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape needs sides of at least 1, found " + channels + "x" + height + "x" + width);
        }
    }

    /** An image: channels, rows, columns. */
    public static Shape image(int channels, int height, int width) {
        return new Shape(channels, height, width);
    }

    /** A vector: as many channels of one pixel. */
    public static Shape features(int count) {
        return new Shape(count, 1, 1);
    }

    /** Number of values of one image. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }

    /** {@code 64x56x56}. */
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
