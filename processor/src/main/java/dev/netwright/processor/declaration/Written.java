package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A value with the place it was written at.
 *
 * @param <T> the value's type
 * @param value the value; if tainted, a replacement, or the elements of a list that could be read
 * @param origin its place
 * @param isTainted whether it came from a fault, which has been reported; nothing more is reported about it
 */
public record Written<T>(T value, Origin origin, boolean isTainted) {
    /** A value as it was written. */
    public static <T> Written<T> of(T value, Origin origin) {
        return new Written<>(value, origin, false);
    }
}
