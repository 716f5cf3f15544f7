package dev.netwright.runtime.kernel;

/**
 * A network's parameters in a kernel set's memory: one flat vector, and from the first training binding on a second one
 * for the gradients, both in the layouts that the kernel set chose. This interface speaks the logical layout.
 */
public interface ParameterMemory extends AutoCloseable {
    /** The tensors it holds. */
    ParameterTable table();

    /** Copies a parameter out; {@code target} has its size. */
    void read(Parameter parameter, float[] target);

    /** Copies a parameter in; {@code source} has its size. */
    void write(Parameter parameter, float[] source);

    /**
     * Copies a parameter's gradient out.
     *
     * @throws IllegalStateException before the first training binding
     */
    void readGradient(Parameter parameter, float[] target);

    /** An optimizer's step over the flat vectors, with fresh state. */
    ParameterUpdate update(UpdateRule rule);

    /** Frees the memory; nothing bound to it may run afterwards. */
    @Override
    void close();
}
