package dev.netwright.plan.onednn;

/** Adds up the pieces of room that a primitive books, as the library's registry does: each with its alignment on top. */
final class Scratch {
    private static final int LEAST_ALIGNMENT = 128;

    /** Bytes of a barrier between threads, which has a page of its own. */
    private static final int BARRIER_BYTES = 4096;

    private long bytes;

    Scratch floats(long count) {
        return book(count * Float.BYTES, LEAST_ALIGNMENT);
    }

    Scratch book(long size, long alignment) {
        if (size > 0) {
            bytes += size + Math.max(alignment, LEAST_ALIGNMENT);
        }
        return this;
    }

    /** Barriers between groups of threads. */
    Scratch barriers(long count) {
        return book(count * BARRIER_BYTES, BARRIER_BYTES);
    }

    long bytes() {
        return bytes;
    }
}
