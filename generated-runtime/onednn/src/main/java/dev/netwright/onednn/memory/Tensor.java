package dev.netwright.onednn.memory;

import dev.netwright.onednn.library.Layout;

/** Values in a layout, at a place that may not have an address yet. */
public record Tensor(Layout layout, Place place) {
    /** The same values seen in other dimensions. */
    public Tensor reshaped(long... dimensions) {
        return new Tensor(layout.reshaped(dimensions), place);
    }

    /** Some of its channels. */
    public Tensor channels(long first, long count) {
        return new Tensor(layout.channels(first, count), place);
    }

    /** Images without the rows and columns around them. */
    public Tensor inside(long[] before, long... dimensions) {
        return new Tensor(layout.inside(before, dimensions), place);
    }
}
