package dev.netwright.runtime.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntToLongFunction;

/** Refuses a run that can't fit into memory before it begins, instead of letting the system end it somewhere within. */
public final class MemoryCheck {
    /** Overrides the memory to fit into, in bytes. */
    static final String LIMIT_PROPERTY = "netwright.memory";

    private MemoryCheck() {}

    /**
     * Compares what a run needs with what the machine, or its container, has.
     *
     * @param network for the message
     * @param batch images in a batch
     * @param neededBytes what a run with a batch of so many images needs
     * @throws InsufficientMemoryException naming a batch that fits
     */
    public static void require(String network, int batch, IntToLongFunction neededBytes) {
        long limit = limitBytes();
        long needed = neededBytes.applyAsLong(batch);
        if (needed <= limit) {
            return;
        }
        throw new InsufficientMemoryException(network + " with a batch of " + batch + " needs " + megabytes(needed)
                + " of native memory, expected at most " + megabytes(limit) + "; "
                + cure(largestFitting(batch, limit, neededBytes)) + ", or set -D" + LIMIT_PROPERTY
                + " to the bytes it may take");
    }

    /**
     * Compares the images that wait for their turn with the Java heap.
     *
     * @param neededBytes what batches of so many images take
     * @throws InsufficientMemoryException naming a batch that fits
     */
    static void requireHeap(String network, int batch, IntToLongFunction neededBytes) {
        long limit = Runtime.getRuntime().maxMemory();
        long needed = neededBytes.applyAsLong(batch);
        if (needed <= limit) {
            return;
        }
        throw new InsufficientMemoryException(network + " with batches of " + batch + " keeps " + megabytes(needed)
                + " of images ready in the Java heap, expected at most " + megabytes(limit) + "; "
                + cure(largestFitting(batch, limit, neededBytes)) + ", or give java a larger -Xmx");
    }

    /**
     * The largest batch up to {@code most} that fits into memory, at least 1.
     *
     * @param neededBytes what a batch of so many images needs
     */
    public static int largestBatch(int most, IntToLongFunction neededBytes) {
        long limit = limitBytes();
        return neededBytes.applyAsLong(most) <= limit ? most : Math.max(1, largestFitting(most, limit, neededBytes));
    }

    private static String cure(int batch) {
        return batch >= 1 ? "choose a batch of at most " + batch : "even one image doesn't fit";
    }

    /** Found by halves rather than by a division: padding, and what is left over for a last batch, don't grow with the batch. */
    private static int largestFitting(int tooLarge, long limit, IntToLongFunction neededBytes) {
        int fits = 0;
        int fails = tooLarge;
        while (fails - fits > 1) {
            int middle = (fits + fails) >>> 1;
            if (neededBytes.applyAsLong(middle) <= limit) {
                fits = middle;
            } else {
                fails = middle;
            }
        }
        return fits;
    }

    /**
     * The native memory that a run may take: {@code -Dnetwright.memory}, else what the machine or its container has.
     *
     * @throws IllegalArgumentException if the property isn't a whole number
     */
    public static long limitBytes() {
        String set = System.getProperty(LIMIT_PROPERTY);
        if (set != null) {
            try {
                return Long.parseLong(set);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "-D" + LIMIT_PROPERTY + " must be a whole number of bytes, found '" + set + "'", e);
            }
        }
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            return system.getTotalMemorySize();
        }
        return Long.MAX_VALUE;
    }

    private static String megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) / (1 << 20) + " MiB";
    }
}
