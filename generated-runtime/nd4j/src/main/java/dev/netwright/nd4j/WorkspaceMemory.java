package dev.netwright.nd4j;

/**
 * What all bindings of a workspace share.
 *
 * @param arena values, gradients, and what kernels keep from forward to backward
 * @param scratch a kernel's intermediate results
 * @param gradients a kernel's gradients that are to be added to others
 */
record WorkspaceMemory(FlatArray arena, Scratch scratch, Scratch gradients) implements AutoCloseable {
    @Override
    public void close() {
        arena.close();
        scratch.memory().close();
        gradients.memory().close();
    }
}
