package dev.netwright.runtime.engine.session;

import dev.netwright.runtime.random.CounterRandom;

/** What a training session tells its kernels before each step: the random numbers, the step and the labels. */
public final class StepClock {
    private final CounterRandom random;
    private final int[] labels;
    private int step;

    /** A clock before its first step. */
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

    /** Where dropout masks come from. */
    public CounterRandom random() {
        return random;
    }

    /** Number of training steps before this one. */
    public int step() {
        return step;
    }

    /** The class of an image of the batch. */
    public int label(int image) {
        return labels[image];
    }

    /** Images in the batch. */
    public int batch() {
        return labels.length;
    }
}
