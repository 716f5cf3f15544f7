package dev.netwright.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The room for intermediate results that all kernels of a workspace share; a kernel's content lasts for one of its
 * calls.
 */
record Scratch(FlatArray memory) {
    /** A dense view that starts at {@code offset}. */
    INDArray view(long offset, long... shape) {
        return memory.view(offset, shape);
    }
}
