package dev.netwright.processor.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The buffers of a program and the slots in which they lie. Sizes are those of one image, in float32 values.
 *
 * @param buffers in the order in which they are first written
 * @param slotOf number of each buffer's slot, by the buffer's id
 */
public record MemoryPlan(List<Buffer> buffers, Map<String, Integer> slotOf) {
    /** Copies the collections, keeping their order. */
    public MemoryPlan {
        buffers = List.copyOf(buffers);
        slotOf = Collections.unmodifiableMap(new LinkedHashMap<>(slotOf));
    }

    static MemoryPlan of(List<Buffer> buffers) {
        return new MemoryPlan(buffers, SlotAssignment.of(buffers));
    }

    /** Slot of a buffer. */
    public int slot(Buffer buffer) {
        return Objects.requireNonNull(slotOf.get(buffer.id()), buffer.id());
    }

    /** Size of each slot: that of the largest buffer in it. */
    public long[] slotFloats() {
        long[] floats = new long
                [slotOf.values().stream().mapToInt(slot -> slot + 1).max().orElse(0)];
        buffers.forEach(buffer -> floats[slot(buffer)] = Math.max(floats[slot(buffer)], buffer.floats()));
        return floats;
    }

    /** All slots together. */
    public long floats() {
        long sum = 0;
        for (long slot : slotFloats()) {
            sum += slot;
        }
        return sum;
    }

    /** Largest size of the buffers that are live at one time: no plan of any kind needs less. */
    public long liveFloats() {
        return MemoryBound.live(buffers);
    }

    /** What no assignment of buffers to slots gets below, a slot being as large as the largest buffer in it. */
    public long leastSlotFloats() {
        return MemoryBound.slots(buffers);
    }
}
