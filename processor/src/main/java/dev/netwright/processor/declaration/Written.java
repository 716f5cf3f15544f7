package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A value with the place it was written at.
 *
 * @param <T> the value's type
 * @param value the value; of a tainted one what stands in for it, or of a list those elements that are there
 * @param origin its place
 * @param isTainted whether it came from a fault, which has been reported: nothing is reported of it
 */
public record Written<T>(T value, Origin origin, boolean isTainted) {
    /** A value as it was written. */
    public static <T> Written<T> of(T value, Origin origin) {
        return new Written<>(value, origin, false);
    }
}
