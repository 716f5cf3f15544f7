package dev.netwright.runtime.kernel;

/**
 * A number for each value of a network's trainable parameters, or of its running statistics, in a kernel set's layout.
 * Two vectors can be combined if they come from memories that one kernel set allocated for one table, and hold the same
 * kind of tensors. Numbers are combined one by one in float32 and in one order, so results are bit-identical for any
 * number of threads.
 */
public interface ParameterVector extends AutoCloseable {
    /**
     * {@code this = own this + factor other}.
     *
     * @param own the factor of this vector; with 0, its former numbers don't matter
     * @param factor the factor of the other vector
     * @param other a vector of the same kind
     * @throws IllegalArgumentException if the other vector is of another kind
     */
    void combine(double own, double factor, ParameterVector other);

    /**
     * {@code this = this + share (other - this)}: a step towards another vector. Equal numbers don't change.
     *
     * @param other a vector of the same kind
     * @param share the step's share of the distance, from 0 to 1
     * @throws IllegalArgumentException if the other vector is of another kind
     */
    void approach(ParameterVector other, double share);

    /** Frees the memory of a vector from {@link ParameterVectors#allocate}; does nothing to others. */
    @Override
    void close();
}
