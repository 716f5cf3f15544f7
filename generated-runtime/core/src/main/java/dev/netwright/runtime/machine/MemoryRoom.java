package dev.netwright.runtime.machine;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much native memory this process may still take: what the tightest of its limits leaves, less what the JVM may yet take of it.
 *
 * @param bytes that may be taken
 * @param reason which limit says so, what is used of it, and what is kept for the JVM
 */
public record MemoryRoom(long bytes, String reason) {
    /** Replaces what is found out here by a number of bytes. */
    public static final String PROPERTY = "netwright.memory";

    /**
     * What a JVM takes outside of its heap after its start, while a network learns: compiled code, classes, threads and their malloc
     * arenas, and the code that oneDNN generates.
     */
    private static final long JVM_GROWTH = 96L << 20;

    /** Addresses of thread stacks and malloc arenas, which are reserved generously. */
    private static final long ADDRESS_GROWTH = 256L << 20;

    private static final long LARGE_ARRAY = 16L << 20;

    /** The collector's tables grow with the heap, by a sixteenth of it. */
    private static final int HEAP_TABLES = 16;

    /** The limits on which a failing allocation depends, whatever was chosen. */
    private static final List<MemoryLimit.Kind> REFUSED =
            List.of(MemoryLimit.Kind.COMMITTED, MemoryLimit.Kind.ADDRESSES);

    private static final MemoryRoom UNKNOWN = new MemoryRoom(Long.MAX_VALUE, "no limit is known");

    /**
     * The Java heap's share.
     *
     * @param used bytes that are in use, which are in memory
     * @param committed bytes that the system has granted, some of which nobody may have touched yet
     * @param most bytes that it may grow to, {@code -Xmx}
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
     * For a whole run, which the JVM accompanies with threads and compiled code.
     *
     * @throws IllegalArgumentException if {@code -Dnetwright.memory} isn't a whole number
     */
    public static MemoryRoom forRun() {
        OptionalLong chosen = chosen();
        return chosen.isPresent()
                ? new MemoryRoom(chosen.getAsLong(), "-D" + PROPERTY + " says so")
                : tightest(MemoryLimits.present(), Heap.present(), true);
    }

    /**
     * For one array more, within a run that has been compared already.
     *
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
     * Compares an array that is about to be allocated with what is left; small ones aren't worth the look.
     *
     * @param what is in the array, in the plural, as the message begins
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
     * For an array that the system refuses although it seemed to fit.
     *
     * @param what is in the array, in the plural, as the message begins
     */
    public static InsufficientMemoryException refused(String what, long bytes) {
        return forAllocation().refusal(what, bytes);
    }

    private InsufficientMemoryException refusal(String what, long needed) {
        return new InsufficientMemoryException(
                what + " take " + mebibytes(needed) + " of native memory, but " + mebibytes(bytes) + " are left: "
                        + reason,
                Fix.of("choose a smaller batch with ", Setting.BATCH),
                Fix.of("close networks that are no longer used"),
                Fix.of("give java a smaller -Xmx"),
                Fix.of("raise the limit"));
    }

    /**
     * The bytes that {@code -Dnetwright.memory} gives a run; empty if it isn't set.
     *
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

    /** Bytes as messages give them, rounded up. */
    public static String mebibytes(long bytes) {
        return (bytes / (1 << 20) + (bytes % (1 << 20) == 0 ? 0 : 1)) + " MiB";
    }
}
