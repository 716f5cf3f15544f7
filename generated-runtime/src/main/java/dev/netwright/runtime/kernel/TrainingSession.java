package dev.netwright.runtime.kernel;

/** A bound training step and the host's side of it. */
public interface TrainingSession {
    /** Images in each batch. */
    int batch();

    /**
     * Gives the next batch to the program.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns
     * @param labels {@code batch} class numbers
     * @param step number of training steps before this one, which selects the dropout masks
     */
    void load(float[] images, int[] labels, int step);

    /** The program. */
    TrainingProgram program();
}
