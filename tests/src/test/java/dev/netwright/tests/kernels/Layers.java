package dev.netwright.tests.kernels;

import dev.netwright.operation.NetworkLayersBuilder;
import dev.netwright.operation.Shape;

/** Layers that only show what they are to each other when they are bound together. */
interface Layers {
    /** What they read. */
    Shape images();

    /** The smallest batch of which they make more than rounding. */
    default int smallestBatch() {
        return 1;
    }

    /** Adds them in computing order; a block is open, and the first reads the images. */
    void describe(NetworkLayersBuilder network);
}
