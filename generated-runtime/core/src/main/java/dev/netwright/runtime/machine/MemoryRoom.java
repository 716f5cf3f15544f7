package dev.netwright.runtime.machine;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Native memory that this process can still allocate: what the tightest limit leaves, minus the future needs of the
 * JVM.
 *
 * @param bytes available memory in bytes
 * @param reason the limit, how much of it is in use, and how much is kept for the JVM
 */
public record MemoryRoom(long bytes, String reason) {
    /** System property that replaces the measured memory by a number of bytes. */
    public static final String PROPERTY = "netwright.memory";

    /**
     * Memory that the JVM allocates outside of its heap while a network trains: compiled code, classes, threads and
     * their malloc arenas, and the code that oneDNN generates.
     */
    private static final long JVM_GROWTH = 96L << 20;

    /** Address space of thread stacks and malloc arenas, which are reserved generously. */
    private static final long ADDRESS_GROWTH = 256L << 20;

    private static final long LARGE_ARRAY = 16L << 20;

    /** The garbage collector's tables grow with the heap, by a sixteenth of it. */
    private static final int HEAP_TABLES = 16;

    /** Limits under which an allocation fails, whatever {@link #PROPERTY} says. */
    private static final List<MemoryLimit.Kind> REFUSED =
            List.of(MemoryLimit.Kind.COMMITTED, MemoryLimit.Kind.ADDRESSES);

    private static final MemoryRoom UNKNOWN = new MemoryRoom(Long.MAX_VALUE, "no limit is known");

    /**
     * Memory of the Java heap.
     *
     * @param used bytes in use, which are in memory
     * @param committed bytes that the system has granted, even if not all have been touched
     * @param most largest size in bytes, {@code -Xmx}
     */
    record Heap(long used, long committed, long most) {
        static Heap present() {
            Runtime runtime = Runtime.getRuntime();
            long committed = runtime.totalMemory();
            return new Heap(committed - runtime.freeMemory(), committed, runtime.maxMemory());
        }

        long growth(MemoryLimit.Kind kind) {
            long growth = switch (kind) {
                case RESIDENT -> most - used;
                case COMMITTED -> most - committed;
                case ADDRESSES -> 0;
            };
            return Math.max(0, growth + growth / HEAP_TABLES);
        }
    }

    /**
     * The memory for a whole run, with room for the JVM's threads and compiled code.
     *
     * @return available memory and the limit that determines it
     * @throws IllegalArgumentException if {@code -Dnetwright.memory} isn't a whole number
     */
    public static MemoryRoom forRun() {
        OptionalLong chosen = chosen();
        return chosen.isPresent()
                ? new MemoryRoom(chosen.getAsLong(), "-D" + PROPERTY + " says so")
                : tightest(MemoryLimits.present(), Heap.present(), true);
    }

    /**
     * The memory for another array within a run that has already been checked.
     *
     * @return available memory and the limit that determines it
     * @throws IllegalArgumentException if {@code -Dnetwright.memory} isn't a whole number
     */
    public static MemoryRoom forAllocation() {
        List<MemoryLimit> limits = MemoryLimits.present();
        List<MemoryLimit> holding = chosen().isPresent()
                ? limits.stream()
                        .filter(limit -> REFUSED.contains(limit.kind()))
                        .toList()
                : limits;
        return tightest(holding, Heap.present(), false);
    }

    /**
     * Checks that an array fits before it is allocated. Small arrays aren't checked.
     *
     * @param what the array's content, in the plural, as the start of the message
     * @param bytes size of the array
     * @throws InsufficientMemoryException if it doesn't fit
     */
    public static void require(String what, long bytes) {
        if (bytes >= LARGE_ARRAY) {
            MemoryRoom room = forAllocation();
            if (bytes > room.bytes) {
                throw room.refusal(what, bytes);
            }
        }
    }

    /**
     * Describes an allocation that the system refused although the array seemed to fit.
     *
     * @param what the array's content, in the plural, as the start of the message
     * @param bytes size of the array
     * @return the exception to throw
     */
    public static InsufficientMemoryException refused(String what, long bytes) {
        return forAllocation().refusal(what, bytes);
    }

    private InsufficientMemoryException refusal(String what, long needed) {
        return new InsufficientMemoryException(
                what + " take " + mebibytes(needed) + " of native memory, but " + mebibytes(bytes) + " are available: "
                        + reason,
                Fix.of("choose a smaller batch with ", Setting.BATCH),
                Fix.of("close networks that are no longer used"),
                Fix.of("give java a smaller -Xmx"),
                Fix.of("raise the limit"));
    }

    /**
     * The value of {@code -Dnetwright.memory}.
     *
     * @return a number of bytes; empty if the property isn't set
     * @throws IllegalArgumentException if it isn't a whole number
     */
    public static OptionalLong chosen() {
        String set = System.getProperty(PROPERTY);
        if (set == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(set));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "-D" + PROPERTY + " must be a whole number of bytes, found '" + set + "'", e);
        }
    }

    static MemoryRoom tightest(List<MemoryLimit> limits, Heap heap, boolean forRun) {
        Optional<MemoryRoom> room = limits.stream()
                .map(limit -> under(limit, heap, forRun))
                .min(Comparator.comparingLong(MemoryRoom::bytes));
        return room.orElse(UNKNOWN);
    }

    private static MemoryRoom under(MemoryLimit limit, Heap heap, boolean forRun) {
        long kept = heap.growth(limit.kind()) + (forRun ? jvmGrowth(limit.kind()) : 0);
        String reason = limit.name() + " has " + mebibytes(limit.bytes()) + ", of which " + mebibytes(limit.used())
                + " are in use and " + mebibytes(kept) + " are kept for the JVM, whose heap may grow to "
                + mebibytes(heap.most());
        return new MemoryRoom(Math.max(0, limit.left() - kept), reason);
    }

    private static long jvmGrowth(MemoryLimit.Kind kind) {
        return kind == MemoryLimit.Kind.ADDRESSES ? ADDRESS_GROWTH : JVM_GROWTH;
    }

    /**
     * Formats bytes for messages.
     *
     * @param bytes number of bytes, at least 0
     * @return the number in MiB, rounded up, such as {@code 12 MiB}
     */
    public static String mebibytes(long bytes) {
        return (bytes / (1 << 20) + (bytes % (1 << 20) == 0 ? 0 : 1)) + " MiB";
    }
}
