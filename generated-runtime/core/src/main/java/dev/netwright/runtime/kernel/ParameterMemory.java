package dev.netwright.runtime.kernel;

/**
 * A network's tensors in a kernel set's memory: the trainable ones as one flat vector, from the first training binding on a
 * second one for their gradients, both in the layouts that the kernel set chose, and running statistics beside them. This interface speaks the logical layout.
 */
public interface ParameterMemory extends AutoCloseable {
    /** The tensors it holds. */
    ParameterTable table();

    /** Copies a tensor out; {@code target} has its size. */
    void read(Parameter parameter, float[] target);

    /**
     * The largest magnitude of a tensor's values; infinity if one is NaN or infinite. A kernel set takes no memory of the tensor's size for the
     * answer.
     */
    default double largest(Parameter parameter) {
        float[] whole = new float[parameter.size()];
        read(parameter, whole);
        return largest(whole, whole.length);
    }

    /** The largest magnitude of the first values of an array; infinity if one is NaN or infinite. */
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

    /** Copies a tensor in; {@code source} has its size. */
    void write(Parameter parameter, float[] source);

    /** Copies a tensor in by pieces, of the size that the kernel set likes; as a whole unless it says otherwise. */
    default void write(Parameter parameter, TensorRows source) {
        float[] whole = new float[parameter.size()];
        source.fill(0, whole);
        write(parameter, whole);
    }

    /**
     * Copies the gradient of a trainable tensor out.
     *
     * @throws IllegalStateException before the first training binding
     */
    void readGradient(Parameter parameter, float[] target);

    /** An optimizer's step over the flat vectors, with fresh state. */
    ParameterUpdate update(UpdatePlan plan);

    /** {@link #update(UpdatePlan)} of all parameters by a rule and nothing besides. */
    default ParameterUpdate update(UpdateRule rule) {
        return update(UpdatePlan.of(rule));
    }

    /** Frees the memory; nothing bound to it may run afterwards. */
    @Override
    void close();
}
