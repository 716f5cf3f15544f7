package dev.netwright.plan.onednn;

/** Sums the scratch memory that a primitive books, as the library's registry does: each booking adds its alignment. */
final class Scratch {
    private static final int LEAST_ALIGNMENT = 128;

    /** The bytes of a barrier between threads, which occupies a page. */
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

    /** Books barriers between groups of threads. */
    Scratch barriers(long count) {
        return book(count * BARRIER_BYTES, BARRIER_BYTES);
    }

    long bytes() {
        return bytes;
    }
}
