package dev.netwright.runtime.onednn;

/** Values in a layout, at a place that may not have an address yet. */
record Tensor(Layout layout, Place place) {
    /** The same values seen in other dimensions. */
    Tensor reshaped(long... dimensions) {
        return new Tensor(layout.reshaped(dimensions), place);
    }

    /** Some of its channels. */
    Tensor channels(long first, long count) {
        return new Tensor(layout.channels(first, count), place);
    }

    /** Images without the rows and columns around them. */
    Tensor inside(long[] before, long... dimensions) {
        return new Tensor(layout.inside(before, dimensions), place);
    }
}
