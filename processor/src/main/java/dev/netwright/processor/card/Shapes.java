package dev.netwright.processor.card;

import dev.netwright.processor.shape.Shape;

/** Shapes as the card prints them. */
final class Shapes {
    private Shapes() {}

    /** {@code 64×56×56}, or {@code 512} for a vector. */
    static String text(Shape shape) {
        return shape.toString().replace('x', '\u00d7');
    }
}
