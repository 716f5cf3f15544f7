package dev.netwright.runtime.nd4j;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a binding's slots lie: those of the device one after the other in the arena, those that the host touches in arrays of
 * their own.
 *
 * @param offsets start of each arena slot, in floats
 * @param arenaFloats room in the arena, alignment included
 * @param slotFloats room that the plan asked for, slots of the host included
 * @param hostFloats those of the host alone
 * @param labelFloats room beside the plan for one-hot labels
 * @param scratchFloats room that the hungriest kernel wants
 */
record SlotLayout(
        Map<Integer, Long> offsets,
        long arenaFloats,
        long slotFloats,
        long hostFloats,
        long labelFloats,
        long scratchFloats) {
    SlotLayout {
        offsets = Map.copyOf(offsets);
    }

    /** Collects the sizes of values that share slots. */
    static final class Builder {
        private final Map<Integer, Long> arenaSlots = new TreeMap<>();
        private final Map<Integer, Long> hostSlots = new TreeMap<>();
        private long labelFloats;
        private long scratchFloats;

        void arena(int slot, long floats) {
            arenaSlots.merge(slot, floats, Math::max);
        }

        void host(int slot, long floats) {
            hostSlots.merge(slot, floats, Math::max);
        }

        void labels(long floats) {
            labelFloats += floats;
        }

        void scratch(long floats) {
            scratchFloats = Math.max(scratchFloats, floats);
        }

        SlotLayout build() {
            Map<Integer, Long> offsets = new TreeMap<>();
            long next = 0;
            for (Map.Entry<Integer, Long> slot : arenaSlots.entrySet()) {
                offsets.put(slot.getKey(), next);
                next += FlatArray.aligned(slot.getValue());
            }
            long hostFloats = sum(hostSlots);
            return new SlotLayout(offsets, next, sum(arenaSlots) + hostFloats, hostFloats, labelFloats, scratchFloats);
        }

        private static long sum(Map<Integer, Long> slots) {
            return slots.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
