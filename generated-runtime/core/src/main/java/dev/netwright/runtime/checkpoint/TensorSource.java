package dev.netwright.runtime.checkpoint;

/** Provides a tensor's values when they are written, so that only one tensor at a time is held in memory. */
@FunctionalInterface
public interface TensorSource {

    /**
     * Fills {@code target} with all values of the tensor, in row-major order of its logical shape.
     *
     * @param target array of zeros with the tensor's number of elements; must not be kept after the call
     */
    void copyTo(float[] target);
}
