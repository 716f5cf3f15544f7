package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.random.CounterRandom;

/** What a session tells its kernels before each step, beside the images. */
final class StepInput {
    private final CounterRandom random;
    private final int[] labels;
    private int number;

    StepInput(long seed, int batch) {
        random = CounterRandom.seeded(seed);
        labels = new int[batch];
    }

    void next(int newNumber, int[] newLabels) {
        number = newNumber;
        System.arraycopy(newLabels, 0, labels, 0, labels.length);
    }

    CounterRandom random() {
        return random;
    }

    int number() {
        return number;
    }

    int batch() {
        return labels.length;
    }

    int label(int image) {
        return labels[image];
    }
}
