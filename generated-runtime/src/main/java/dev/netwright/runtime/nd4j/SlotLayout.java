package dev.netwright.runtime.nd4j;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a binding's slots lie: those of the device one after the other in the arena, those that the host touches in arrays of
 * their own.
 *
 * @param offsets start of each arena slot, in floats
 * @param keptOffset start of what kernels keep from forward to backward beside the plan, such as a batch's statistics
 * @param arenaFloats room in the arena, that and alignment included
 * @param slotFloats room that the plan asked for, slots of the host included
 * @param hostFloats those of the host alone
 * @param hostFloatsBesidePlan room for what only the host writes: targets of the loss, and constants
 * @param scratchFloats room that the hungriest kernel wants
 * @param passingFloats room that the vendor's library takes within the hungriest call and gives back, at most
 * @param gradientFloats room for the gradients of the kernel that adds the most
 */
record SlotLayout(
        Map<Integer, Long> offsets,
        long keptOffset,
        long arenaFloats,
        long slotFloats,
        long hostFloats,
        long hostFloatsBesidePlan,
        long scratchFloats,
        long passingFloats,
        long gradientFloats) {
    SlotLayout {
        offsets = Map.copyOf(offsets);
    }

    /** Collects the sizes of values that share slots. */
    static final class Builder {
        private final Map<Integer, Long> arenaSlots = new TreeMap<>();
        private final Map<Integer, Long> hostSlots = new TreeMap<>();
        private long keptFloats;
        private long hostFloatsBesidePlan;
        private long scratchFloats;
        private long passingFloats;
        private long gradientFloats;

        void arena(int slot, long floats) {
            arenaSlots.merge(slot, floats, Math::max);
        }

        void host(int slot, long floats) {
            hostSlots.merge(slot, floats, Math::max);
        }

        /** Beside the plan, one after the other in the order of the calls. */
        void kept(long floats) {
            keptFloats += FlatArray.aligned(floats);
        }

        void hostBesidePlan(long floats) {
            hostFloatsBesidePlan += floats;
        }

        void scratch(long floats) {
            scratchFloats = Math.max(scratchFloats, floats);
        }

        void passing(long floats) {
            passingFloats = Math.max(passingFloats, floats);
        }

        void gradients(long floats) {
            gradientFloats = Math.max(gradientFloats, floats);
        }

        SlotLayout build() {
            Map<Integer, Long> offsets = new TreeMap<>();
            long next = 0;
            for (Map.Entry<Integer, Long> slot : arenaSlots.entrySet()) {
                offsets.put(slot.getKey(), next);
                next += FlatArray.aligned(slot.getValue());
            }
            long hostFloats = sum(hostSlots);
            return new SlotLayout(
                    offsets,
                    next,
                    next + keptFloats,
                    sum(arenaSlots) + hostFloats,
                    hostFloats,
                    hostFloatsBesidePlan,
                    scratchFloats,
                    passingFloats,
                    gradientFloats);
        }

        private static long sum(Map<Integer, Long> slots) {
            return slots.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
