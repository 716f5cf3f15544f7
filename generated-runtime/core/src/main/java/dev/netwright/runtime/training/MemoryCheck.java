package dev.netwright.runtime.training;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.machine.InsufficientMemoryException;
import dev.netwright.runtime.machine.MemoryRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Refuses a run that can't fit into memory before it begins, instead of letting the system end it somewhere within. What may be taken
 * says {@link MemoryRoom}.
 */
public final class MemoryCheck {
    /** A batch that is offered instead leaves so much of the room, for another run finds a little more or less of it. */
    private static final double OFFERED = 0.97;

    /** So little isn't worth a look at the machine: a process that lacks it is at its end anyway. */
    private static final long SMALL = 4L << 20;

    private MemoryCheck() {}

    /**
     * Compares what a run needs with what the machine, its container, and the process have left.
     *
     * @param network for the message
     * @param batch images in a batch
     * @param neededBytes what a run with a batch of so many images needs
     * @throws InsufficientMemoryException naming a batch that fits
     */
    public static void require(String network, int batch, IntToLongFunction neededBytes) {
        require(network, batch, 0, neededBytes);
    }

    /**
     * The same for a run that has some of its memory already.
     *
     * @param takenBytes of those it needs: they don't have to be left any more
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
        fixes.add(Fix.of("set -D" + MemoryRoom.PROPERTY + " to the bytes it may take"));
        throw new InsufficientMemoryException(
                network + " with a batch of " + batch + " needs " + MemoryRoom.mebibytes(needed)
                        + " of native memory, expected at most " + MemoryRoom.mebibytes(limit) + ": " + room.reason(),
                fixes.toArray(Fix[]::new));
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
        throw new InsufficientMemoryException(
                network + " with batches of " + batch + " keeps " + MemoryRoom.mebibytes(needed)
                        + " of images ready in the Java heap, expected at most " + MemoryRoom.mebibytes(limit),
                advice(largestFitting(batch, limit, neededBytes)),
                Fix.of("give java a larger -Xmx"));
    }

    /**
     * The largest batch up to {@code most} that fits into memory, at least 1.
     *
     * @param neededBytes what a batch of so many images needs
     */
    public static int largestBatch(int most, IntToLongFunction neededBytes) {
        long limit = MemoryRoom.forRun().bytes();
        return neededBytes.applyAsLong(most) <= limit ? most : Math.max(1, largestFitting(most, limit, neededBytes));
    }

    private static Fix advice(int batch) {
        return batch >= 1
                ? Fix.of("choose a batch of at most " + batch + " with ", Setting.BATCH)
                : Fix.of("choose a smaller network, for even one image doesn't fit");
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

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
