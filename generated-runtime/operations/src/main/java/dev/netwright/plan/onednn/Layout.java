package dev.netwright.plan.onednn;

import dev.netwright.operation.Shape;

/**
 * A batch of images, or of their gradients, in memory.
 *
 * @param channels that the values have, without those that fill a block up
 */
record Layout(Order order, int images, int channels, int height, int width) {
    /** Channels in a block. */
    static final int BLOCK = 8;

    static Layout of(Order order, int images, Shape shape) {
        return new Layout(order, images, shape.channels(), shape.height(), shape.width());
    }

    /** A vector of at least so many numbers, which may be more than a layout counts as channels. */
    static Layout vector(long length) {
        int rows = Math.toIntExact(length / Integer.MAX_VALUE + 1);
        return new Layout(Order.PLANES, 1, Math.toIntExact((length + rows - 1) / rows), rows, 1);
    }

    /** A number filled up to whole blocks. */
    static long filled(long count) {
        return (count + BLOCK - 1) / BLOCK * BLOCK;
    }

    Layout in(Order other) {
        return new Layout(other, images, channels, height, width);
    }

    /** Images of another size in the same order. */
    Layout sized(int rows, int columns) {
        return new Layout(order, images, channels, rows, columns);
    }

    /** Whether values lie in the same places: of one channel, or of one pixel, planes and pixels are one order. */
    boolean isSameAs(Layout other) {
        boolean isOneStretch = channels == 1 || (height == 1 && width == 1);
        boolean blocks = order == Order.BLOCKS || other.order == Order.BLOCKS;
        return equals(other) || (isOneStretch && !blocks && hasSidesOf(other));
    }

    boolean isPlain() {
        return order == Order.PLANES;
    }

    /** Channels, those that fill a block up included. */
    long filledChannels() {
        return order == Order.BLOCKS ? filled(channels) : channels;
    }

    /** Whether blocks hold channels that the images don't have. */
    boolean isPadded() {
        return filledChannels() != channels;
    }

    /** Whether both have as many channels, rows and columns. */
    boolean hasSidesOf(Layout other) {
        return in(other.order).equals(other);
    }

    /** Whether each image's values lie as in its vector: in planes, or in whole blocks if there is but one pixel. */
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
