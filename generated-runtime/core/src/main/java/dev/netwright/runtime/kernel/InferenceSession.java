package dev.netwright.runtime.kernel;

/** A bound forward pass and the host's side of it. */
public interface InferenceSession {
    /** Images in each batch. */
    int batch();

    /**
     * Gives the next batch to the program.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns; values past them are ignored
     */
    void load(float[] images);

    /** The program. */
    InferenceProgram program();

    /** Copies out the logits of the last forward: {@code batch} rows of one number for each class. */
    void logits(float[] target);
}
