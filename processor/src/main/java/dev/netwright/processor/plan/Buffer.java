package dev.netwright.processor.plan;

/**
 * Memory for one image's share of a value, a gradient or something saved for backward.
 *
 * @param id unique in a program
 * @param floats number of float32 values
 * @param from first time at which it is written, in kernel calls from the start of the step
 * @param to last time at which it is read
 * @param isHostFacing whether the host writes or reads it, so that it can't share a slot
 */
record Buffer(String id, long floats, int from, int to, boolean isHostFacing) {
    boolean overlaps(Buffer other) {
        return from <= other.to && other.from <= to;
    }

    Buffer union(Buffer other) {
        return new Buffer(
                id,
                Math.max(floats, other.floats),
                Math.min(from, other.from),
                Math.max(to, other.to),
                isHostFacing || other.isHostFacing);
    }
}
