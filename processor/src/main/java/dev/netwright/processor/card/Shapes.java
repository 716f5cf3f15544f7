package dev.netwright.processor.card;

import dev.netwright.operation.Value;

/** Shapes as the card prints them. */
final class Shapes {
    private Shapes() {}

    /** {@code 64×56×56}, or {@code 512} for a vector. */
    static String text(Value value) {
        return value.isVector()
                ? Integer.toString(value.shape().channels())
                : value.shape().toString().replace('x', '\u00d7');
    }
}
