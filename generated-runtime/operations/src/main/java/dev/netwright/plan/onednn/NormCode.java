package dev.netwright.plan.onednn;

/**
 * The scratch memory of the library's batch norms: {@code bnorm_jit:avx2} over blocks, {@code ncsp_bnorm:any} over
 * planes, of version 2.5.2.
 */
final class NormCode {
    /** The bytes of a barrier between threads, one for each block of channels. */
    private static final long BARRIER_BYTES = 128;

    private NormCode() {}

    /**
     * The scratch bytes of the forward pass.
     *
     * @param layout the layout of the values
     * @param takesStatistics whether mean and variance are arguments instead of results
     */
    static long forward(Layout layout, boolean takesStatistics) {
        if (layout.isPlain()) {
            return takesStatistics ? 0 : new Scratch().floats(sums(layout)).bytes();
        }
        return new Scratch()
                .floats(sums(layout))
                .book(barriers(layout), BARRIER_BYTES)
                .bytes();
    }

    /** The scratch bytes of the backward pass. */
    static long backward(Layout layout) {
        Scratch scratch = new Scratch().floats(2 * sums(layout));
        return (layout.isPlain() ? scratch : scratch.book(barriers(layout), BARRIER_BYTES)).bytes();
    }

    /**
     * The bytes of the mask that records where the rectifier's argument is positive: one bit a value in blocks, one
     * byte in planes.
     */
    static long mask(Layout layout) {
        return layout.isPlain() ? layout.values() : (layout.values() + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static long sums(Layout layout) {
        return layout.filledChannels() * OneDnnReference.THREADS;
    }

    private static long barriers(Layout layout) {
        return layout.filledChannels() / Layout.BLOCK * BARRIER_BYTES;
    }
}
