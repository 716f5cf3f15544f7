package dev.netwright.operation;

import org.jspecify.annotations.Nullable;

/**
 * What an operation gives and others read: a batch of values of one shape.
 *
 * @param name that of the layer which gives it, unique in a program; {@link #IMAGES} for what the host writes
 * @param shape of one image's values
 * @param isVector whether it is a vector, which only changes how it is written: {@code [N, 10]} for {@code [N, 10, 1, 1]}
 */
public record Value(String name, Shape shape, boolean isVector) {
    /** The name under which layers read the images. */
    public static final String IMAGES = "images";

    /** Values with rows and columns. */
    public static Value image(String name, Shape shape) {
        return new Value(name, shape, false);
    }

    /** A vector for each image. */
    public static Value vector(String name, int length) {
        return new Value(name, Shape.features(length), true);
    }

    /** The images that the host writes. */
    public static Value images(Shape shape) {
        return image(IMAGES, shape);
    }

    /** Whether the host writes it. */
    public boolean isImages() {
        return name.equals(IMAGES);
    }

    /** Values of the same shape that another layer gives. */
    public Value named(String other) {
        return new Value(other, shape, isVector);
    }

    /** {@code [N, 64, 56, 56]}, or {@code [N, 512]}: with the batch in front, as PyTorch prints it. */
    public String batched() {
        return isVector
                ? "[N, " + shape.channels() + "]"
                : "[N, " + shape.channels() + ", " + shape.height() + ", " + shape.width() + "]";
    }

    /** Written out, as {@link #hashCode} is: Java links a record's own methods at run time, which takes part of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Value that
                && name.equals(that.name)
                && shape.equals(that.shape)
                && isVector == that.isVector;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + shape.hashCode();
    }
}
