package dev.netwright.runtime.kernel;

import dev.netwright.operation.Mode;

/**
 * The memory that several bindings of one network share, sized for the largest of them. Reserve every batch size first,
 * then open sessions. Only one session may run at a time.
 */
public interface Workspace extends AutoCloseable {
    /**
     * Plans a binding: chooses layouts and computes sizes, without allocating anything for it.
     *
     * @param mode training or inference
     * @param batch images in a batch, at least 1
     * @throws IllegalArgumentException if the batch is below 1
     * @throws IllegalStateException after the first session was opened
     * @throws SingleValueNormException if a batch norm would see a single value in each channel in training
     */
    void reserve(Mode mode, int batch);

    /**
     * Opens the session of a reserved training program. The first call allocates and binds; later calls return the same
     * session.
     *
     * @param batch a reserved batch size
     * @return a session that ends with this workspace
     * @throws IllegalStateException if no training batch of this size was reserved
     * @throws MissingKernelException if the kernel set can't compute an operation of the program
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    TrainingSession training(int batch);

    /**
     * Opens the session of a reserved inference program. The first call allocates and binds; later calls return the
     * same session until training begins on these parameters. Training may move weights: a session that was opened
     * before reads them where they were, so open it again.
     *
     * @param batch a reserved batch size
     * @return a session that ends with this workspace
     * @throws IllegalStateException if no inference batch of this size was reserved
     * @throws MissingKernelException if the kernel set can't compute an operation of the program
     * @throws dev.netwright.runtime.machine.InsufficientMemoryException if there is too little memory
     */
    InferenceSession inference(int batch);

    /**
     * The memory of all reserved bindings, whether or not their sessions are open yet.
     *
     * @return the bytes
     * @throws IllegalStateException if nothing is reserved
     */
    BoundBytes boundBytes();

    /**
     * The most that the vendor's library allocates within one call and frees at its end, in addition to
     * {@link #boundBytes()}.
     *
     * @return bytes; 0 by default
     */
    default long transientBytes() {
        return 0;
    }

    /** Frees the memory. No session may run afterwards. */
    @Override
    void close();
}
