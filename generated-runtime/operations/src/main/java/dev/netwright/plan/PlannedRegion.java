package dev.netwright.plan;

/**
 * A region and its purpose.
 *
 * @param kind the region's contents
 * @param name the layer or loss that owns the region; the first of them if several share it over time
 * @param region the memory
 */
public record PlannedRegion(Kind kind, String name, Region region) {
    /** The contents of a region. */
    public enum Kind {
        /** The output of an operation. */
        VALUE,
        /** The gradient of a value. */
        GRADIENT,
        /** Values that a forward kernel saves for its backward. */
        SAVED,
        /** Values in another layout that a kernel needs. */
        COPY,
        /** Temporary values of a running kernel. */
        SCRATCH
    }
}
