package dev.netwright.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buffers whose lifetimes don't overlap share a slot. Buffers are taken one by one, each into the free slot that fits it best; several
 * orders and two notions of the best fit are tried, and the first of the smallest results is taken. Slots are then numbered in the order in
 * which their buffers are given.
 */
final class SlotAssignment {
    private static final Comparator<Buffer> LARGEST =
            Comparator.comparingLong(Buffer::floats).reversed();
    private static final Comparator<Buffer> LONGEST =
            Comparator.comparingInt((Buffer buffer) -> buffer.from() - buffer.to());
    private static final Comparator<Buffer> EARLIEST = Comparator.comparingInt(Buffer::from);

    /** Equal buffers are told apart by their ids, so that the result doesn't depend on how they were given. */
    private static final List<Comparator<Buffer>> ORDERS = List.of(
            LARGEST.thenComparing(EARLIEST).thenComparing(Buffer::id),
            LARGEST.thenComparing(LONGEST).thenComparing(EARLIEST).thenComparing(Buffer::id),
            LONGEST.thenComparing(LARGEST).thenComparing(EARLIEST).thenComparing(Buffer::id),
            EARLIEST.thenComparing(LARGEST).thenComparing(Buffer::id));

    /** How well a free slot fits a buffer, less being better; what the slot would have to grow by counts before that. */
    private enum Fit {
        /** Leaves the shortest time unused before or after the buffer. */
        TIME {
            @Override
            long of(Slot slot, Buffer buffer) {
                return slot.idleBeside(buffer);
            }
        },
        /** Leaves the least of the slot unused. */
        SIZE {
            @Override
            long of(Slot slot, Buffer buffer) {
                return Math.max(0, slot.floats - buffer.floats());
            }
        };

        abstract long of(Slot slot, Buffer buffer);
    }

    private SlotAssignment() {}

    /** Slot of each buffer, by id. */
    static Map<String, Integer> of(List<Buffer> buffers) {
        long bound = MemoryBound.slots(buffers);
        List<Slot> best = List.of();
        long least = Long.MAX_VALUE;
        for (Fit fit : Fit.values()) {
            for (Comparator<Buffer> order : ORDERS) {
                if (least > bound) {
                    List<Slot> slots = assign(buffers, order, fit);
                    long floats = slots.stream().mapToLong(slot -> slot.floats).sum();
                    best = floats < least ? slots : best;
                    least = Math.min(floats, least);
                }
            }
        }
        return numbered(best, buffers);
    }

    private static List<Slot> assign(List<Buffer> buffers, Comparator<Buffer> order, Fit fit) {
        List<Slot> slots = new ArrayList<>();
        for (Buffer buffer : buffers.stream().sorted(order).toList()) {
            Slot best = slots.stream()
                    .filter(slot -> slot.isFreeFor(buffer))
                    .min(Comparator.comparingLong((Slot slot) -> slot.growthFor(buffer))
                            .thenComparingLong(slot -> fit.of(slot, buffer)))
                    .orElseGet(() -> {
                        Slot opened = new Slot();
                        slots.add(opened);
                        return opened;
                    });
            best.add(buffer);
        }
        return slots;
    }

    private static Map<String, Integer> numbered(List<Slot> slots, List<Buffer> buffers) {
        List<Slot> inOrder = new ArrayList<>(slots);
        inOrder.sort(Comparator.comparingInt(
                slot -> slot.buffers.stream().mapToInt(buffers::indexOf).min().orElseThrow()));
        Map<String, Integer> slotOf = new LinkedHashMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            for (Buffer buffer : inOrder.get(i).buffers) {
                slotOf.put(buffer.id(), i);
            }
        }
        return slotOf;
    }

    /** Buffers that lie in the same memory, one after the other. */
    private static final class Slot {
        private final List<Buffer> buffers = new ArrayList<>();
        private long floats;

        boolean isFreeFor(Buffer buffer) {
            return buffers.stream().noneMatch(buffer::excludes);
        }

        long growthFor(Buffer buffer) {
            return Math.max(0, buffer.floats() - floats);
        }

        void add(Buffer buffer) {
            floats += growthFor(buffer);
            buffers.add(buffer);
        }

        /** Time between a buffer and its nearest neighbour in the slot. */
        long idleBeside(Buffer buffer) {
            return buffers.stream()
                    .mapToLong(other ->
                            other.from() > buffer.to() ? other.from() - buffer.to() : buffer.from() - other.to())
                    .min()
                    .orElse(0);
        }
    }
}
