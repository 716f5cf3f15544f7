package dev.netwright.plan.onednn;

import dev.netwright.operation.ShortSums;

/**
 * A batch of maps as many short pieces, which the library sums one by one: block after block, the pieces of one block of channels of one
 * image.
 *
 * @param width channels in a block, 1 of planes
 * @param blocksOfImage blocks of one image: its blocks of channels, each cut into parts
 * @param length values of a piece
 */
record Pieces(int images, int width, int blocksOfImage, int length) {
    /** Bytes that go through one chain of calls before the next begins: 2 MiB. */
    private static final long SLAB_BYTES = 1 << 21;

    static Pieces of(Layout layout) {
        int width = layout.isPlain() ? 1 : Layout.BLOCK;
        int map = layout.height() * layout.width();
        int length = ShortSums.part(map);
        int blocks = (layout.channels() + width - 1) / width * (map / length);
        return new Pieces(layout.images(), width, blocks, length);
    }

    /** The layout in which images can be cut: their own, or blocks. */
    static Layout layout(Layout given) {
        return given.order() == Order.PIXELS ? given.in(Order.BLOCKS) : given;
    }

    long blocks() {
        return (long) images * blocksOfImage;
    }

    /** Blocks for one chain of calls: at least one for each thread. */
    int blocksOfSlab() {
        long bytesOfBlock = (long) length * width * Float.BYTES;
        return (int) Math.min(blocks(), Math.max(OneDnnReference.THREADS, SLAB_BYTES / bytesOfBlock));
    }

    /** Blocks of the last chain, which may have fewer; 0 if all have as many. */
    int rest() {
        return (int) (blocks() % blocksOfSlab());
    }

    /** So many blocks as a single image, each piece a channel of one row. */
    Layout values(int blocks) {
        return new Layout(order(), 1, blocks * width, 1, length);
    }

    /** A number for each piece of so many blocks. */
    Layout vector(long blocks) {
        return Layout.vector(blocks * width);
    }

    /** A number of each channel in the order of the pieces, so that a slab finds its own wherever in an image it begins. */
    Layout pattern() {
        return vector((long) blocksOfImage + blocksOfSlab());
    }

    private Order order() {
        return width == 1 ? Order.PLANES : Order.BLOCKS;
    }
}
