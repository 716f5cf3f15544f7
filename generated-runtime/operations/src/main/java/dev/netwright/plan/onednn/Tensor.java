package dev.netwright.plan.onednn;

import dev.netwright.plan.Region;
import org.jspecify.annotations.Nullable;

/**
 * Values in a layout, and the part of the arena in which they lie.
 *
 * @param region none of parameters and of what a binding keeps for itself
 */
record Tensor(Layout layout, @Nullable Region region) {
    Tensor as(Layout other) {
        return new Tensor(other, region);
    }
}
