package dev.netwright.plan.onednn;

import dev.netwright.plan.Region;

/**
 * A piece of the arena and what it is for.
 *
 * @param kernel name of the layer whose kernel asked for it, or of the loss
 */
public record NamedRegion(String kernel, Use use, Region region) {
    /** What lies there. */
    public enum Use {
        /** What the kernel gives. */
        VALUE,

        /** The gradient of what the kernel gives. */
        GRADIENT,

        /** What forward leaves to backward: masks, statistics, places of maxima. */
        SAVED,

        /** Values in another layout. */
        COPY,

        /** Room for intermediate results while the kernel runs. */
        SCRATCH
    }
}
