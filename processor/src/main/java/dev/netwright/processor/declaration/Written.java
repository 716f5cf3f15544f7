package dev.netwright.processor.declaration;

import dev.netwright.processor.diagnostics.Origin;

/**
 * A value with the place it was written at.
 *
 * @param <T> the value's type
 * @param value the value, legal by itself: an illegal one is reported and replaced when it is read
 * @param origin its place
 */
public record Written<T>(T value, Origin origin) {}
