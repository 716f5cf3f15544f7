package dev.netwright.runtime.onednn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive_desc_base;

/**
 * Descriptions of one primitive from the one that needs no reorder to the one that leaves the library every choice; the first for
 * which the library has code made for this CPU is taken.
 *
 * @param <D> kind of the descriptions
 */
final class Candidates<D extends primitive_desc_base> {
    private final List<Supplier<D>> suppliers = new ArrayList<>();

    /** Adds a description, which the library may refuse by an exception. */
    Candidates<D> or(Supplier<D> supplier) {
        suppliers.add(supplier);
        return this;
    }

    /**
     * The first that is fast.
     *
     * @throws IllegalStateException if the library has no code at all
     */
    D first() {
        D slow = null;
        RuntimeException refusal = null;
        for (Supplier<D> supplier : suppliers) {
            try {
                D description = supplier.get();
                if (isFast(description)) {
                    return description;
                }
                slow = slow == null ? description : slow;
            } catch (RuntimeException e) {
                refusal = e;
            }
        }
        if (slow == null) {
            throw new IllegalStateException("oneDNN has no code for a primitive", refusal);
        }
        return slow;
    }

    /** Whether it is neither the library's reference code, which is slower by orders of magnitude, nor a detour by {@code im2col}. */
    static boolean isFast(primitive_desc_base description) {
        String name = description.impl_info_str().getString();
        return !name.startsWith("ref") && !name.startsWith("gemm");
    }
}
