package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;

/**
 * The memory layout of a batch of images, or of their gradients.
 *
 * @param order the order of the values
 * @param images the number of images
 * @param channels the number of channels, without those that fill up a block
 * @param height the number of rows
 * @param width the number of columns
 */
record Layout(Order order, int images, int channels, int height, int width) {
    /** The number of channels in a block. */
    static final int BLOCK = 8;

    static Layout of(Order order, int images, Shape shape) {
        return new Layout(order, images, shape.channels(), shape.height(), shape.width());
    }

    /**
     * A vector of at least {@code length} floats; it may have more, because a layout's sizes are of type {@code int}.
     */
    static Layout vector(long length) {
        int rows = Math.toIntExact(length / Integer.MAX_VALUE + 1);
        return new Layout(Order.PLANES, 1, Math.toIntExact((length + rows - 1) / rows), rows, 1);
    }

    /** The count rounded up to whole blocks. */
    static long filled(long count) {
        return (count + BLOCK - 1) / BLOCK * BLOCK;
    }

    Layout in(Order other) {
        return new Layout(other, images, channels, height, width);
    }

    /** The same layout for images of another size. */
    Layout sized(int rows, int columns) {
        return new Layout(order, images, channels, rows, columns);
    }

    /** Whether values have the same positions. With one channel or one pixel, planes and pixels are the same order. */
    boolean isSameAs(Layout other) {
        boolean isOneStretch = channels == 1 || (height == 1 && width == 1);
        boolean blocks = order == Order.BLOCKS || other.order == Order.BLOCKS;
        return equals(other) || (isOneStretch && !blocks && hasSidesOf(other));
    }

    boolean isPlain() {
        return order == Order.PLANES;
    }

    /** The number of channels, including those that fill up a block. */
    long filledChannels() {
        return order == Order.BLOCKS ? filled(channels) : channels;
    }

    /** Whether the last block has channels that the images don't have. */
    boolean isPadded() {
        return filledChannels() != channels;
    }

    /** Whether both have the same channels, rows and columns. */
    boolean hasSidesOf(Layout other) {
        return in(other.order).equals(other);
    }

    /** Whether each image's values have the order of its vector: in planes, or in full blocks of a single pixel. */
    boolean isInRows() {
        return isPlain() || (height == 1 && width == 1 && !isPadded());
    }

    long values() {
        return images * filledChannels() * height * width;
    }

    long bytes() {
        return values() * Float.BYTES;
    }
}
