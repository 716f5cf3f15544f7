package dev.netwright.runtime.kernel;

/** A tensor's values by pieces from the first row on, each asked for once, so that a large one need not exist as a whole. */
@FunctionalInterface
public interface TensorRows {
    /**
     * Writes whole rows of the first dimension, in the logical layout.
     *
     * @param firstRow the first of them
     * @param target as long as the rows it is to have
     */
    void fill(int firstRow, float[] target);
}
