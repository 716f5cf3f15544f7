package dev.netwright.processor.shape;

import dev.netwright.operation.Interval;
import dev.netwright.operation.Saturating;
import dev.netwright.operation.ShapeBounds;

/**
 * The shape of one image's values between two layers. A vector of n features is n channels of one pixel.
 *
 * @param isVector whether it is the output of a fully connected layer; this only changes how it is printed
 */
public record Shape(int channels, int height, int width, boolean isVector) {
    /** Channels, rows and columns. */
    public static Shape image(int channels, int height, int width) {
        return new Shape(channels, height, width, false);
    }

    /** A vector. */
    public static Shape features(int count) {
        return new Shape(count, 1, 1, true);
    }

    /** Number of values, {@link Long#MAX_VALUE} if it is beyond. */
    public long size() {
        return Saturating.product(channels, height, width);
    }

    /** {@code 64x56x56}, or {@code 512} for a vector. */
    @Override
    public String toString() {
        return isVector ? Integer.toString(channels) : channels + "x" + height + "x" + width;
    }

    /** {@code [N, 64, 56, 56]}, or {@code [N, 512]}: with the batch in front, as PyTorch prints it. */
    public String batched() {
        return isVector ? "[N, " + channels + "]" : "[N, " + channels + ", " + height + ", " + width + "]";
    }

    /** The smallest possible shape. */
    static Shape least(ShapeBounds bounds) {
        return new Shape(
                bounds.channels().least(),
                bounds.rows().least(),
                bounds.columns().least(),
                bounds.isVector());
    }

    /** Its bounds, which are exact. */
    public ShapeBounds bounds() {
        return new ShapeBounds(Interval.of(channels), Interval.of(height), Interval.of(width), isVector);
    }
}
