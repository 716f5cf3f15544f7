package dev.netwright.runtime.kernel;

/** A bound forward pass and the host's side of it. */
public interface InferenceSession {
    /**
     * The batch size.
     *
     * @return images in each batch, at least 1
     */
    int batch();

    /**
     * Copies the next batch into the program's input.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns; values past them are
     *     ignored
     * @throws IllegalArgumentException if there are too few values for the batch
     */
    void load(float[] images);

    /**
     * The forward pass over this session's memory.
     *
     * @return the same program at every call
     */
    InferenceProgram program();

    /**
     * Copies out the output of the last forward pass: {@code batch} rows of one logit for each class, or of the
     * output's values.
     *
     * @param target takes at most {@code batch} times the output's size; its length says how many
     * @throws IllegalArgumentException if it is longer than the output
     */
    void logits(float[] target);
}
