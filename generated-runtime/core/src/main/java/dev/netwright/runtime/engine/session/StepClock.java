package dev.netwright.runtime.engine.session;

import dev.netwright.runtime.random.CounterRandom;

/**
 * The inputs of a training step that kernels read beside the images: random numbers, the step's number and the labels.
 */
public final class StepClock {
    private final CounterRandom random;
    private final int[] labels;
    private int step;

    /**
     * A clock at step 0, with all labels 0.
     *
     * @param seed seeds the dropout masks
     * @param batch images in a batch
     */
    public StepClock(long seed, int batch) {
        random = CounterRandom.seeded(seed);
        labels = new int[batch];
    }

    void advance(int newStep) {
        step = newStep;
    }

    void label(int[] newLabels) {
        System.arraycopy(newLabels, 0, labels, 0, labels.length);
    }

    /**
     * The random numbers of dropout masks.
     *
     * @return the same generator at every call; its numbers depend on a counter alone
     */
    public CounterRandom random() {
        return random;
    }

    /**
     * Number of training steps before this one.
     *
     * @return from 0
     */
    public int step() {
        return step;
    }

    /**
     * The class of an image.
     *
     * @param image index in the batch, from 0
     * @return the class's number, from 0
     */
    public int label(int image) {
        return labels[image];
    }

    /**
     * The batch size.
     *
     * @return images in each batch
     */
    public int batch() {
        return labels.length;
    }
}
