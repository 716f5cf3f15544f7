package dev.netwright.processor.plan;

import java.util.List;
import java.util.function.ToLongFunction;

/** What no assignment of memory can do without. */
final class MemoryBound {
    private MemoryBound() {}

    /** Largest size of the buffers that are live at one time. */
    static long live(List<Buffer> buffers) {
        return mostAtOneTime(buffers, Buffer::floats);
    }

    /**
     * Least size of slots that can't be split. For each size, the buffers of at least that size which are live at one time are
     * in different slots that are as large; those of the host are in slots of their own all the time.
     */
    static long slots(List<Buffer> buffers) {
        long floats = buffers.stream()
                .filter(Buffer::isHostFacing)
                .mapToLong(Buffer::floats)
                .sum();
        List<Buffer> shareable =
                buffers.stream().filter(buffer -> !buffer.isHostFacing()).toList();
        long[] sizes =
                shareable.stream().mapToLong(Buffer::floats).distinct().sorted().toArray();
        long smaller = 0;
        for (long size : sizes) {
            floats += (size - smaller) * mostAtOneTime(shareable, buffer -> buffer.floats() >= size ? 1 : 0);
            smaller = size;
        }
        return floats;
    }

    private static long mostAtOneTime(List<Buffer> buffers, ToLongFunction<Buffer> weight) {
        int times = buffers.stream().mapToInt(Buffer::to).max().orElse(-1) + 1;
        long[] changes = new long[times + 1];
        for (Buffer buffer : buffers) {
            changes[buffer.from()] += weight.applyAsLong(buffer);
            changes[buffer.to() + 1] -= weight.applyAsLong(buffer);
        }
        long now = 0;
        long most = 0;
        for (long change : changes) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }
}
