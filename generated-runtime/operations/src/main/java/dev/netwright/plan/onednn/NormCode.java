package dev.netwright.plan.onednn;

/**
 * What the library's batch norms want beside their arguments: {@code bnorm_jit:avx2} over blocks, {@code ncsp_bnorm:any} over planes, of
 * version 2.5.2.
 */
final class NormCode {
    /** A barrier for each block of channels. */
    private static final long BARRIER_BYTES = 128;

    private NormCode() {}

    /**
     * Room of forward.
     *
     * @param takesStatistics whether it takes mean and variance instead of finding them
     */
    static long forward(Layout layout, boolean takesStatistics) {
        if (layout.isPlain()) {
            return takesStatistics ? 0 : new Scratch().floats(sums(layout)).bytes();
        }
        return new Scratch().floats(sums(layout)).book(barriers(layout), BARRIER_BYTES).bytes();
    }

    /** Room of backward. */
    static long backward(Layout layout) {
        Scratch scratch = new Scratch().floats(2 * sums(layout));
        return (layout.isPlain() ? scratch : scratch.book(barriers(layout), BARRIER_BYTES)).bytes();
    }

    /** Bytes that say of each value whether the rectifier let it pass: a bit of each in blocks, a byte in planes. */
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
