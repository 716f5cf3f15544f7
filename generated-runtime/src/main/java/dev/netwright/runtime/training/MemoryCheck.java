package dev.netwright.runtime.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Refuses a run that can't fit into memory before it begins, instead of letting the system end it somewhere within. */
final class MemoryCheck {
    /** Overrides the memory to fit into, in bytes. */
    static final String LIMIT_PROPERTY = "netwright.memory";

    private MemoryCheck() {}

    /**
     * Compares what a run needs with what the machine, or its container, has.
     *
     * @param network for the message
     * @param batch images in a batch
     * @param fixedBytes needed whatever the batch
     * @param batchBytes needed for the batch
     * @throws InsufficientMemoryException naming the largest batch that fits
     */
    static void require(String network, int batch, long fixedBytes, long batchBytes) {
        long limit = limit();
        long needed = fixedBytes + batchBytes;
        if (needed <= limit) {
            return;
        }
        long largest = (long) ((limit - fixedBytes) / ((double) batchBytes / batch));
        String cure = largest >= 1 ? "choose a batch of at most " + largest : "even one image doesn't fit";
        throw new InsufficientMemoryException(network + " with a batch of " + batch + " needs " + megabytes(needed)
                + " of native memory, expected at most " + megabytes(limit) + "; " + cure + ", or set -D"
                + LIMIT_PROPERTY + " to the bytes it may take");
    }

    /**
     * Compares the images that wait for their turn with the Java heap.
     *
     * @throws InsufficientMemoryException naming the largest batch that fits
     */
    static void requireHeap(String network, int batch, long bytesPerImage) {
        long limit = Runtime.getRuntime().maxMemory();
        long needed = batch * bytesPerImage;
        if (needed > limit) {
            throw new InsufficientMemoryException(network + " with batches of " + batch + " keeps " + megabytes(needed)
                    + " of images ready in the Java heap, expected at most " + megabytes(limit)
                    + "; choose a batch of at most " + limit / bytesPerImage + ", or give java a larger -Xmx");
        }
    }

    private static long limit() {
        Long set = Long.getLong(LIMIT_PROPERTY);
        if (set != null) {
            return set;
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
