package dev.netwright.plan;

/**
 * A region, and what it is for.
 *
 * @param name of the layer or loss that it is of; where several values share it over time, of the first
 */
public record PlannedRegion(Kind kind, String name, Region region) {
    /** What a region holds. */
    public enum Kind {
        /** What an operation gives. */
        VALUE,
        /** The gradient of a value. */
        GRADIENT,
        /** What a forward keeps for its backward. */
        SAVED,
        /** Values that a kernel wants in another layout. */
        COPY,
        /** What a kernel needs while it runs. */
        SCRATCH
    }
}
