package dev.netwright.runtime.kernel;

/**
 * A network's tensors in a kernel set's memory. Trainable parameters are one flat vector; the first training binding
 * adds a second vector for their gradients. Both have the layouts that the kernel set chose, while this interface reads
 * and writes logical layouts. Running statistics are stored apart.
 */
public interface ParameterMemory extends AutoCloseable {
    /**
     * The tensors that this memory holds.
     *
     * @return the network's table
     */
    ParameterTable table();

    /**
     * Copies a tensor out, in its logical layout.
     *
     * @param parameter a tensor of {@link #table()}
     * @param target as long as the tensor
     * @throws IllegalArgumentException if {@code target} has another length
     */
    void read(Parameter parameter, float[] target);

    /**
     * The largest magnitude of a tensor's values. Kernel sets may answer without a copy of the tensor; this default
     * makes one.
     *
     * @param parameter a tensor of {@link #table()}
     * @return at least 0; infinity if a value is NaN or infinite
     */
    default double largest(Parameter parameter) {
        float[] whole = new float[parameter.size()];
        read(parameter, whole);
        return largest(whole, whole.length);
    }

    /**
     * The largest magnitude of an array's first values.
     *
     * @param values the array
     * @param count how many of its values count, from 0 to its length
     * @return at least 0; infinity if a value is NaN or infinite
     */
    static double largest(float[] values, int count) {
        double most = 0;
        for (int i = 0; i < count; i++) {
            float magnitude = Math.abs(values[i]);
            if (!(magnitude <= Float.MAX_VALUE)) {
                return Double.POSITIVE_INFINITY;
            }
            most = Math.max(most, magnitude);
        }
        return most;
    }

    /**
     * Copies a tensor in, from its logical layout.
     *
     * @param parameter a tensor of {@link #table()}
     * @param source as long as the tensor
     * @throws IllegalArgumentException if {@code source} has another length
     */
    void write(Parameter parameter, float[] source);

    /**
     * Copies a tensor in piece by piece, so that no array of the tensor's size is needed. Kernel sets choose the size
     * of the pieces; this default takes the tensor as a whole.
     *
     * @param parameter a tensor of {@link #table()}
     * @param source gives the values in the logical layout
     */
    default void write(Parameter parameter, TensorRows source) {
        float[] whole = new float[parameter.size()];
        source.fill(0, whole);
        write(parameter, whole);
    }

    /**
     * Copies the gradient of a trainable tensor out, in the tensor's logical layout.
     *
     * @param parameter a trainable tensor of {@link #table()}
     * @param target as long as the tensor
     * @throws IllegalStateException before the first training binding
     */
    void readGradient(Parameter parameter, float[] target);

    /**
     * Binds an optimizer's step to the parameters and their gradients. Its states are zeros.
     *
     * @param plan rule, decay, clipping and frozen layers
     * @return an update that the caller closes before this memory
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory for the states
     */
    ParameterUpdate update(UpdatePlan plan);

    /**
     * Binds a rule to all parameters, without coupled weight decay or clipping; see
     * {@link #update(UpdatePlan)}.
     *
     * @param rule the optimizer's formula
     * @return an update that the caller closes before this memory
     */
    default ParameterUpdate update(UpdateRule rule) {
        return update(UpdatePlan.of(rule));
    }

    /**
     * The tensors as vectors in this memory's layout.
     *
     * @return vectors over the same memory at every call
     */
    ParameterVectors vectors();

    /** Frees the memory; nothing bound to it may run afterwards. */
    @Override
    void close();
}
