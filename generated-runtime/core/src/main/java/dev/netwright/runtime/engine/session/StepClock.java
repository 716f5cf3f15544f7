package dev.netwright.runtime.engine.session;

import dev.netwright.runtime.random.CounterRandom;

/**
 * The inputs of a training step that kernels read beside the images: random numbers, the step's number, and the labels
 * or shares of classes, or target values.
 */
public final class StepClock {
    private final CounterRandom random;
    private final int[] labels;
    private float[] shares = {};
    private boolean isShared;
    private float[] targets = new float[0];
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
        isShared = false;
    }

    /** Shares of classes; an image's label becomes the first class with its largest share. */
    void share(float[] newShares, int classes) {
        if (shares.length != labels.length * classes) {
            shares = new float[labels.length * classes];
        }
        System.arraycopy(newShares, 0, shares, 0, shares.length);
        isShared = true;
        for (int image = 0; image < labels.length; image++) {
            int largest = 0;
            for (int k = 1; k < classes; k++) {
                largest = shares[image * classes + k] > shares[image * classes + largest] ? k : largest;
            }
            labels[image] = largest;
        }
    }

    void target(float[] values, int count) {
        if (targets.length != count) {
            targets = new float[count];
        }
        System.arraycopy(values, 0, targets, 0, count);
    }

    /**
     * Copies the target values of the step.
     *
     * @param values takes those of each image in order
     * @throws IllegalStateException if the step has another number of values
     */
    public void readTargets(float... values) {
        if (values.length != targets.length) {
            throw new IllegalStateException(
                    "a step must have " + values.length + " target values, found " + targets.length);
        }
        System.arraycopy(targets, 0, values, 0, values.length);
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
     * The class of an image; of shares, the first of the largest.
     *
     * @param image index in the batch, from 0
     * @return the class's number, from 0
     */
    public int label(int image) {
        return labels[image];
    }

    /**
     * Whether an image's target is a share of each class instead of one label.
     *
     * @return whether {@link #share(int)} has values
     */
    public boolean isShared() {
        return isShared;
    }

    /**
     * A class's share of an image's target, if {@link #isShared}.
     *
     * @param place the image's index in the batch times the number of classes, plus the class's number
     * @return from 0 to 1
     */
    public float share(int place) {
        return shares[place];
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
