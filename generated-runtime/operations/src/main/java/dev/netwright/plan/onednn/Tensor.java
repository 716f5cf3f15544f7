package dev.netwright.plan.onednn;

import dev.netwright.plan.Region;
import org.jspecify.annotations.Nullable;

/**
 * Values in a layout, and their memory.
 *
 * @param layout the layout of the values
 * @param region the region of the arena; null for parameters and for memory that a binding owns
 */
record Tensor(Layout layout, @Nullable Region region) {
    Tensor as(Layout other) {
        return new Tensor(other, region);
    }
}
