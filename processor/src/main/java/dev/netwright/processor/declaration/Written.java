package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A value with the place it was written at.
 *
 * @param <T> the value's type
 * @param value the value, legal by itself: an illegal one is reported and replaced when it is read
 * @param origin its place
 * @param isReplaced whether it stands in for an illegal one, so that a fault of it would only be a consequence
 */
public record Written<T>(T value, Origin origin, boolean isReplaced) {
    /** A value as it was written. */
    public static <T> Written<T> of(T value, Origin origin) {
        return new Written<>(value, origin, false);
    }
}
