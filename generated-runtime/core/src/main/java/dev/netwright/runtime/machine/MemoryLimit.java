package dev.netwright.runtime.machine;

/**
 * One bound on the memory of this process.
 *
 * @param name what sets it, as a message names it, such as {@code cgroup /jobs/7}
 * @param bytes the bound
 * @param used bytes of it that are in use, by this process or by others that share it
 * @param kind what counts as use
 */
public record MemoryLimit(String name, long bytes, long used, Kind kind) {
    /** What counts as use of a limit. */
    public enum Kind {
        /** Pages that are in memory: the system ends a process that needs more. */
        RESIDENT,
        /** Private memory that may be written to, whether it is in memory or not: the system refuses more. */
        COMMITTED,
        /** Addresses, even those that are only reserved: the system refuses more. */
        ADDRESSES
    }

    /** Bytes of it that aren't in use; never negative. */
    public long left() {
        return Math.max(0, bytes - used);
    }
}
