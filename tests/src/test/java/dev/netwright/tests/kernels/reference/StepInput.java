package dev.netwright.tests.kernels.reference;

import dev.netwright.runtime.random.CounterRandom;
import java.util.Arrays;

/** What a session tells its kernels before each step, beside the images. */
final class StepInput {
    private final CounterRandom random;
    private final int batch;
    private int number;
    private int[] labels = {};
    private float[] targets = {};
    private int classes;
    private int targetSize;

    StepInput(long seed, int batch) {
        random = CounterRandom.seeded(seed);
        this.batch = batch;
    }

    /** Says that the loss wants labels. */
    void expectLabels(int newClasses) {
        classes = newClasses;
    }

    /** Says that the loss wants targets, so many for each image. */
    void expectTargets(int newTargetSize) {
        targetSize = newTargetSize;
    }

    /** Refuses labels that the loss can't take. */
    void requireFit(int[] newLabels) {
        if (classes == 0) {
            throw new IllegalStateException("the program has no cross-entropy; its loss takes targets, not labels");
        }
        if (newLabels.length < batch) {
            throw new IllegalArgumentException(
                    "a batch of " + batch + " images needs as many labels, found " + newLabels.length);
        }
        for (int i = 0; i < batch; i++) {
            if (newLabels[i] < 0 || newLabels[i] >= classes) {
                throw new IllegalArgumentException(
                        "image " + i + " has label " + newLabels[i] + ", expected 0 to " + (classes - 1));
            }
        }
    }

    /** Refuses targets that the loss can't take. */
    void requireFit(float[] newTargets) {
        if (targetSize == 0) {
            throw new IllegalStateException("the program has no squared error; its loss takes labels, not targets");
        }
        if (newTargets.length < batch * targetSize) {
            throw new IllegalArgumentException("a batch of " + batch + " images needs " + batch * targetSize
                    + " target values, found " + newTargets.length);
        }
    }

    void next(int newNumber, int[] newLabels) {
        number = newNumber;
        labels = Arrays.copyOf(newLabels, batch);
    }

    void next(int newNumber, float[] newTargets) {
        number = newNumber;
        targets = Arrays.copyOf(newTargets, batch * targetSize);
    }

    CounterRandom random() {
        return random;
    }

    int number() {
        return number;
    }

    int batch() {
        return batch;
    }

    int label(int image) {
        return labels[image];
    }

    /** A target by its number in the logical order. */
    double target(int image, int place) {
        return targets[image * targetSize + place];
    }
}
