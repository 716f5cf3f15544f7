package dev.netwright.processor.shape;

import dev.netwright.processor.network.Layer;

/**
 * What of a shape is unknown because of a fault before it: what is wrong with the unknown may only be a consequence.
 *
 * @param channels whether the channels are
 * @param sides whether rows and columns are
 */
public record Doubt(boolean channels, boolean sides) {
    /** A known shape. */
    public static final Doubt NONE = new Doubt(false, false);

    /** An unknown shape. */
    public static final Doubt ALL = new Doubt(true, true);

    /** What is unknown here or there. */
    public Doubt or(Doubt other) {
        return new Doubt(channels || other.channels, sides || other.sides);
    }

    /** What is unknown of a layer's output, if this is of its input. */
    public Doubt behind(Layer layer) {
        if (layer instanceof Layer.Convolution) {
            return new Doubt(false, sides);
        }
        if (layer instanceof Layer.GlobalAveragePool) {
            return new Doubt(channels, false);
        }
        if (layer instanceof Layer.Flatten) {
            return new Doubt(channels || sides, false);
        }
        return layer instanceof Layer.Linear ? NONE : this;
    }

    /** A shape as text, with a question mark for each unknown number. */
    String text(Shape shape) {
        String first = channels ? "?" : Integer.toString(shape.channels());
        if (shape.isVector()) {
            return first;
        }
        return first + (sides ? "x?x?" : "x" + shape.height() + "x" + shape.width());
    }
}
