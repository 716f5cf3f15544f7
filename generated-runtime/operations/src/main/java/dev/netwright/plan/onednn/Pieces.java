package dev.netwright.plan.onednn;

import dev.netwright.operation.ShortSums;

/**
 * A batch of maps as many short pieces, which the library sums separately. Pieces of one channel block of one image are
 * consecutive.
 *
 * @param images the number of images
 * @param width the number of channels in a block, 1 for planes
 * @param blocksOfImage the number of blocks in one image: its channel blocks, each split into parts
 * @param length the number of values in a piece
 */
record Pieces(int images, int width, int blocksOfImage, int length) {
    /** The bytes that pass through one chain of calls before the next begins: 2 MiB. */
    private static final long SLAB_BYTES = 1 << 21;

    static Pieces of(Layout layout) {
        int width = layout.isPlain() ? 1 : Layout.BLOCK;
        int map = layout.height() * layout.width();
        int length = ShortSums.part(map);
        int blocks = (layout.channels() + width - 1) / width * (map / length);
        return new Pieces(layout.images(), width, blocks, length);
    }

    /** The layout in which images are split: their own, or blocks instead of pixels. */
    static Layout layout(Layout given) {
        return given.order() == Order.PIXELS ? given.in(Order.BLOCKS) : given;
    }

    long blocks() {
        return (long) images * blocksOfImage;
    }

    /** The number of blocks in one chain of calls, at least one for each thread. */
    int blocksOfSlab() {
        long bytesOfBlock = (long) length * width * Float.BYTES;
        return (int) Math.min(blocks(), Math.max(OneDnnReference.THREADS, SLAB_BYTES / bytesOfBlock));
    }

    /** The number of blocks in the last chain if it has fewer than the others, otherwise 0. */
    int rest() {
        return (int) (blocks() % blocksOfSlab());
    }

    /** The given number of blocks as a single image, where each piece is a channel of one row. */
    Layout values(int blocks) {
        return new Layout(order(), 1, blocks * width, 1, length);
    }

    /** One number for each piece of the given number of blocks. */
    Layout vector(long blocks) {
        return Layout.vector(blocks * width);
    }

    /**
     * One number for each channel, repeated in the order of the pieces, so that a slab can start anywhere in an image.
     */
    Layout pattern() {
        return vector((long) blocksOfImage + blocksOfSlab());
    }

    private Order order() {
        return width == 1 ? Order.PLANES : Order.BLOCKS;
    }
}
