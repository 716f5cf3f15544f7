package dev.netwright.plan;

/**
 * A region, and what it is for.
 *
 * @param name of the layer that it is of; where several values have it by turns, of the first
 */
public record PlannedRegion(Kind kind, String name, Region region) {
    /** What a region holds. */
    public enum Kind {
        /** What an operation gives. */
        VALUE,
        /** The gradient of a value. */
        GRADIENT,
        /** What an operation keeps beside input and output. */
        SAVED
    }
}
