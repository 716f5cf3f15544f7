package dev.netwright.runtime.kernel;

/** A tensor's values piece by piece from the first row on, each requested once, so that a large tensor never has to exist as one array. */
@FunctionalInterface
public interface TensorRows {
    /**
     * Writes whole rows of the first dimension, in the logical layout.
     *
     * @param firstRow index of the first row to write, from 0
     * @param target takes the rows; its length is a multiple of the row's
     */
    void fill(int firstRow, float[] target);
}
