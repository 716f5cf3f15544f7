package dev.netwright.runtime.nd4j;

import dev.netwright.runtime.random.CounterRandom;

/** What a training session tells its kernels before each step: the random numbers, the step and the labels. */
final class StepClock {
    private final CounterRandom random;
    private final int[] labels;
    private int step;

    StepClock(long seed, int batch) {
        random = CounterRandom.seeded(seed);
        labels = new int[batch];
    }

    void advance(int newStep) {
        step = newStep;
    }

    void label(int[] newLabels) {
        System.arraycopy(newLabels, 0, labels, 0, labels.length);
    }

    CounterRandom random() {
        return random;
    }

    int step() {
        return step;
    }

    int label(int image) {
        return labels[image];
    }

    int batch() {
        return labels.length;
    }
}
