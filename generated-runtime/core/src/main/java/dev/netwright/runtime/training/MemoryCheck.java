package dev.netwright.runtime.training;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.machine.InsufficientMemoryException;
import dev.netwright.runtime.machine.MemoryRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Checks before a run that it fits into memory, instead of letting the operating system kill it later. {@link
 * MemoryRoom} defines the available memory.
 */
public final class MemoryCheck {
    /**
     * A batch that is suggested instead uses only this share of the available memory, which varies a little between
     * runs.
     */
    private static final double OFFERED = 0.97;

    /** Smaller needs aren't checked: a process that lacks this much is about to fail anyway. */
    private static final long SMALL = 4L << 20;

    private MemoryCheck() {}

    /**
     * Compares the memory that a run needs with what the machine, its container and the process have available.
     *
     * @param network the network's name, for messages
     * @param batch images in a batch
     * @param neededBytes memory that a run needs, in bytes, by the number of images in a batch
     * @throws InsufficientMemoryException if it doesn't fit; the message names a batch that does
     */
    public static void require(String network, int batch, IntToLongFunction neededBytes) {
        require(network, batch, 0, neededBytes);
    }

    /**
     * The same for a run that already holds some of its memory.
     *
     * @param network the network's name, for messages
     * @param batch images in a batch
     * @param takenBytes the part of the needed memory that is already allocated
     * @param neededBytes memory that a run needs, in bytes, by the number of images in a batch
     * @throws InsufficientMemoryException if it doesn't fit; the message names a batch that does
     */
    public static void require(String network, int batch, long takenBytes, IntToLongFunction neededBytes) {
        long needed = neededBytes.applyAsLong(batch);
        boolean isChosen = MemoryRoom.chosen().isPresent();
        if (!isChosen && needed - takenBytes < SMALL) {
            return;
        }
        MemoryRoom room = MemoryRoom.forRun();
        // The property is a limit on the whole run.
        long limit = isChosen ? room.bytes() : saturatedSum(room.bytes(), takenBytes);
        if (needed <= limit) {
            return;
        }
        List<Fix> fixes = new ArrayList<>(
                List.of(advice(largestFitting(batch, isChosen ? limit : (long) (limit * OFFERED), neededBytes))));
        if (!isChosen) {
            fixes.add(Fix.of("give java a smaller -Xmx"));
        }
        fixes.add(Fix.of("set -D" + MemoryRoom.PROPERTY + " to the number of bytes that the run may use"));
        throw new InsufficientMemoryException(
                network + " with a batch of " + batch + " needs " + MemoryRoom.mebibytes(needed)
                        + " of native memory, expected at most " + MemoryRoom.mebibytes(limit) + ": " + room.reason(),
                fixes.toArray(Fix[]::new));
    }

    /**
     * Compares the memory of batches that are loaded ahead with the Java heap.
     *
     * @param neededBytes memory that the batches take, in bytes, by the number of images in a batch
     * @throws InsufficientMemoryException if it doesn't fit; the message names a batch that does
     */
    static void requireHeap(String network, int batch, IntToLongFunction neededBytes) {
        long limit = Runtime.getRuntime().maxMemory();
        long needed = neededBytes.applyAsLong(batch);
        if (needed <= limit) {
            return;
        }
        throw new InsufficientMemoryException(
                network + " with batches of " + batch + " keeps " + MemoryRoom.mebibytes(needed)
                        + " of images ready in the Java heap, expected at most " + MemoryRoom.mebibytes(limit),
                advice(largestFitting(batch, limit, neededBytes)),
                Fix.of("give java a larger -Xmx"));
    }

    /**
     * The largest batch that fits into memory.
     *
     * @param most the largest batch to consider, at least 1
     * @param neededBytes memory that a run needs, in bytes, by the number of images in a batch
     * @return number of images, from 1 to {@code most}; 1 also if nothing fits
     */
    public static int largestBatch(int most, IntToLongFunction neededBytes) {
        long limit = MemoryRoom.forRun().bytes();
        return neededBytes.applyAsLong(most) <= limit ? most : Math.max(1, largestFitting(most, limit, neededBytes));
    }

    private static Fix advice(int batch) {
        return batch >= 1
                ? Fix.of("choose a batch of at most " + batch + " with ", Setting.BATCH)
                : Fix.of("choose a smaller network: even one image doesn't fit");
    }

    /** Bisects instead of dividing, because padding and a smaller last batch don't grow in proportion to the batch. */
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

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
