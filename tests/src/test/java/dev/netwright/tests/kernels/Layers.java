package dev.netwright.tests.kernels;

import dev.netwright.runtime.kernel.Activation;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.operation.Shape;

/** Layers that only show what they are to each other when they are bound together. */
interface Layers {
    /** What they read. */
    Shape images();

    /** What they come to. */
    Shape output();

    /** The smallest batch of which they make more than rounding. */
    default int smallestBatch() {
        return 1;
    }

    /** Adds their parameters. */
    void describe(ParameterTable.Builder parameters);

    /** Binds them in computing order and returns their output. */
    Activation bind(KernelSequence kernels, Activation images);
}
