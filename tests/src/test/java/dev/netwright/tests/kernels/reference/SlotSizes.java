package dev.netwright.tests.kernels.reference;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Slot;
import java.util.Map;
import java.util.TreeMap;

/** What the first pass of a binding finds: how many values each slot must hold, and from that where it begins. */
final class SlotSizes {
    private final int batch;
    private final Map<Integer, Integer> sizes = new TreeMap<>();

    SlotSizes(int batch) {
        this.batch = batch;
    }

    int batch() {
        return batch;
    }

    /** A slot is as large as the largest of the values that share it. */
    void require(Slot slot, Shape shape) {
        sizes.merge(slot.index(), batch * shape.size(), Math::max);
    }

    /** All slots together. */
    int total() {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A slot's values in the arena; those that share it share their memory. */
    Tensor tensor(Slot slot, Shape shape, double[] arena) {
        Integer size = sizes.get(slot.index());
        if (size == null || size < batch * shape.size()) {
            throw new IllegalStateException(
                    "slot " + slot.index() + " was " + (size == null ? "not there" : "smaller") + " in the first pass");
        }
        int offset = 0;
        for (Map.Entry<Integer, Integer> other : sizes.entrySet()) {
            offset += other.getKey() < slot.index() ? other.getValue() : 0;
        }
        return new Tensor(arena, offset, batch, shape);
    }
}
