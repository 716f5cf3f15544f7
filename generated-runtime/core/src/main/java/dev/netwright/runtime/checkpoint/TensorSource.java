package dev.netwright.runtime.checkpoint;

/** Where a writer gets a tensor's values when their turn comes, so that only one tensor at a time is held in memory. */
@FunctionalInterface
public interface TensorSource {

    /**
     * Fills {@code target} with all values of the tensor, in row-major order of its logical shape.
     *
     * @param target as long as the tensor has elements, all zero; it may not be kept after the call
     */
    void copyTo(float[] target);
}
