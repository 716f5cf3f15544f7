package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;

/**
 * The memory that several bindings of one network share, sized for the largest of them. First every batch size is
 * reserved, then sessions are opened; only one session may run at a time.
 */
public interface Workspace extends AutoCloseable {
    /**
     * Plans a binding, layouts and sizes, without taking memory for it.
     *
     * @throws IllegalStateException after the first session was opened
     */
    void reserve(Mode mode, int batch);

    /** Allocates and binds a reserved training program, the first time; later the same session. */
    TrainingSession training(int batch);

    /** Allocates and binds a reserved inference program, the first time; later the same session. */
    InferenceSession inference(int batch);

    /** What the reserved bindings take, or will take once they are opened. */
    BoundBytes boundBytes();

    /** What the vendor's library takes at most within a call, beside {@link #boundBytes()}, and gives back at its end. */
    default long transientBytes() {
        return 0;
    }

    /** Frees the memory; no session may run afterwards. */
    @Override
    void close();
}
