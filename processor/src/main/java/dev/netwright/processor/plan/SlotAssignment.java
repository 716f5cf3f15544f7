package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buffers whose lifetimes don't overlap share a slot. Largest first, each buffer goes into the smallest slot that is free
 * for its whole lifetime; slots are then numbered in the order in which
 * their buffers are given.
 *
 * @param slotOf slot of each buffer, by id
 * @param floatsPerImage the slots' sizes together
 */
record SlotAssignment(Map<String, Integer> slotOf, long floatsPerImage) {
    SlotAssignment {
        slotOf = Collections.unmodifiableMap(new LinkedHashMap<>(slotOf));
    }

    static SlotAssignment of(List<Buffer> buffers) {
        List<List<Buffer>> slots = new ArrayList<>();
        List<Buffer> largestFirst = buffers.stream()
                .sorted(Comparator.comparingLong(Buffer::floats)
                        .reversed()
                        .thenComparing(Buffer::from)
                        .thenComparing(Buffer::id))
                .toList();
        for (Buffer buffer : largestFirst) {
            // Slots are opened by their largest buffer, so the last free one is the smallest that is large enough.
            List<Buffer> best = null;
            for (List<Buffer> slot : slots) {
                best = isFree(slot, buffer) ? slot : best;
            }
            if (best == null) {
                best = new ArrayList<>();
                slots.add(best);
            }
            best.add(buffer);
        }
        slots.sort(Comparator.comparingInt(
                slot -> slot.stream().mapToInt(buffers::indexOf).min().orElseThrow()));
        Map<String, Integer> slotOf = new LinkedHashMap<>();
        long floats = 0;
        for (int i = 0; i < slots.size(); i++) {
            floats += slots.get(i).get(0).floats();
            for (Buffer buffer : slots.get(i)) {
                slotOf.put(buffer.id(), i);
            }
        }
        return new SlotAssignment(slotOf, floats);
    }

    private static boolean isFree(List<Buffer> slot, Buffer buffer) {
        return slot.stream()
                .noneMatch(other -> other.isHostFacing() || buffer.isHostFacing() || other.overlaps(buffer));
    }
}
