package dev.netwright.operation;

import org.jspecify.annotations.Nullable;

/**
 * The output of an operation, or the images: a batch of values of one shape.
 *
 * @param name the name of the layer that computes it, unique in a program; {@link #IMAGES} for the images
 * @param shape the shape of one image's values
 * @param isVector whether it is a vector, which only changes its text: {@code [N, 10]} instead of {@code [N, 10, 1, 1]}
 */
public record Value(String name, Shape shape, boolean isVector) {
    /** The name of the images, which the host writes. */
    public static final String IMAGES = "images";

    /**
     * A value with rows and columns.
     *
     * @param name the name of the layer that computes it
     * @param shape the shape of one image's values
     * @return the value
     */
    public static Value image(String name, Shape shape) {
        return new Value(name, shape, false);
    }

    /**
     * A value that is a vector for each image.
     *
     * @param name the name of the layer that computes it
     * @param length the vector's length, at least 1
     * @return the value
     */
    public static Value vector(String name, int length) {
        return new Value(name, Shape.features(length), true);
    }

    /**
     * The images that the host writes.
     *
     * @param shape the shape of one image
     * @return the value
     */
    public static Value images(Shape shape) {
        return image(IMAGES, shape);
    }

    /** {@return whether it is the images, which the host writes} */
    public boolean isImages() {
        return name.equals(IMAGES);
    }

    /**
     * A value of the same shape that another layer computes.
     *
     * @param other the name of that layer
     * @return the value
     */
    public Value named(String other) {
        return new Value(other, shape, isVector);
    }

    /** {@return the shape with the batch first, as PyTorch prints it: {@code [N, 64, 56, 56]}, or {@code [N, 512]}} */
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
