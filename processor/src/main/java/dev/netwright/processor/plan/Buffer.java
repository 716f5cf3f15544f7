package dev.netwright.processor.plan;

/**
 * Memory for one image's share of a value, a gradient or something saved for backward.
 *
 * @param id unique in a program; that of the value which is first in it
 * @param kind what it holds
 * @param floats number of float32 values
 * @param from first time at which it is written, in kernel calls from the start of the step
 * @param to last time at which it is read
 * @param isHostFacing whether the host writes or reads it, so that it can't share a slot
 */
public record Buffer(String id, Kind kind, long floats, int from, int to, boolean isHostFacing) {
    /** What a buffer holds. */
    public enum Kind {
        /** The output of a kernel, or the images. */
        VALUE,
        /** The gradient of a value. */
        GRADIENT,
        /** What a kernel's forward keeps for its backward. */
        SAVED
    }

    boolean overlaps(Buffer other) {
        return from <= other.to && other.from <= to;
    }

    /** Whether the two must lie in different slots. */
    boolean excludes(Buffer other) {
        return isHostFacing || other.isHostFacing || overlaps(other);
    }

    Buffer union(Buffer other) {
        return new Buffer(
                id,
                kind,
                Math.max(floats, other.floats),
                Math.min(from, other.from),
                Math.max(to, other.to),
                isHostFacing || other.isHostFacing);
    }
}
