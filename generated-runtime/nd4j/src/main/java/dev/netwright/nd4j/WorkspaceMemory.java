package dev.netwright.nd4j;

/**
 * The memory that all bindings of a workspace share.
 *
 * @param arena values, gradients, and what kernels keep from forward to backward
 * @param scratch a kernel's intermediate results
 * @param gradients gradients that a kernel computes before they are added to others
 */
record WorkspaceMemory(FlatArray arena, Scratch scratch, Scratch gradients) implements AutoCloseable {
    @Override
    public void close() {
        arena.close();
        scratch.memory().close();
        gradients.memory().close();
    }
}
