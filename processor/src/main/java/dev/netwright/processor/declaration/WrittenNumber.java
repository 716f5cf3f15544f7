package dev.netwright.processor.declaration;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Origin;

/**
 * A whole number with the place it was written at.
 *
 * @param range the number, or all legal ones if what is written is illegal or can't be read
 * @param origin its place
 */
public record WrittenNumber(Interval range, Origin origin) {
    /** A number as it was written. */
    public static WrittenNumber of(int value, Origin origin) {
        return new WrittenNumber(Interval.of(value), origin);
    }

    /** The number; the smallest possible one if it is tainted. */
    public int value() {
        return range.least();
    }

    /** Whether it came from a fault, which has been reported; nothing more is reported about it. */
    public boolean isTainted() {
        return !range.isExact();
    }

    /** The same place with another number. */
    WrittenNumber with(Interval other) {
        return new WrittenNumber(other, origin);
    }
}
