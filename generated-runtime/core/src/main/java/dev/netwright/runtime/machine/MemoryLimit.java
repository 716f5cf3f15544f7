package dev.netwright.runtime.machine;

/**
 * A limit on the memory of this process.
 *
 * @param name the limit's source in messages, such as {@code cgroup /jobs/7}
 * @param bytes the limit in bytes
 * @param used bytes in use, by this process or by others under the same limit
 * @param kind which memory counts
 */
record MemoryLimit(String name, long bytes, long used, Kind kind) {
    /** Which memory counts toward a limit. */
    enum Kind {
        /** Pages in memory; the system kills a process that exceeds the limit. */
        RESIDENT,
        /** Private writable memory, whether in memory or not; the system refuses larger requests. */
        COMMITTED,
        /** Address space, even if only reserved; the system refuses larger requests. */
        ADDRESSES
    }

    /** Bytes that aren't in use, at least 0. */
    long left() {
        return Math.max(0, bytes - used);
    }
}
