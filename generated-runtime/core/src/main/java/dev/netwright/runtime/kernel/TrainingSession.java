package dev.netwright.runtime.kernel;

/** A bound training step and the host's side of it. */
public interface TrainingSession {
    /**
     * The batch size.
     *
     * @return images in each batch, at least 1
     */
    int batch();

    /**
     * Gives the next batch to the program.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns
     * @param labels {@code batch} class numbers
     * @param step number of training steps before this one, which selects the dropout masks
     * @throws IllegalStateException if the program's losses don't take a class of each image
     * @throws IllegalArgumentException if there are too few values or labels for the batch, or a label isn't the number
     *     of a class
     */
    void load(float[] images, int[] labels, int step);

    /**
     * Gives the next batch to a program of labels, numbers or pixels, or shares of classes to one with a
     * {@link dev.netwright.operation.SoftmaxCrossEntropy}.
     *
     * @param images {@code batch} images one after the other, each as channels, rows, columns
     * @param targets for each of {@code batch} images as many values as the loss's {@link dev.netwright.operation.Target}
     *     says; or a share of each class, at least 0, which add up to 1
     * @param step number of training steps before this one, which selects the dropout masks
     * @throws IllegalStateException if the program's losses take classes, and not their shares
     * @throws IllegalArgumentException if there are too few values for the batch, or shares of classes don't add up to 1
     */
    void load(float[] images, float[] targets, int step);

    /**
     * The training step over this session's memory.
     *
     * @return the same program at every call
     */
    TrainingProgram program();
}
