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
    private boolean isShared;

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
        if (classes > 0) {
            requireShares(newTargets);
            return;
        }
        if (newTargets.length < batch * targetSize) {
            throw new IllegalArgumentException("a batch of " + batch + " images needs " + batch * targetSize
                    + " target values, found " + newTargets.length);
        }
    }

    private void requireShares(float[] shares) {
        if (shares.length < batch * classes) {
            throw new IllegalArgumentException(
                    "a batch of " + batch + " images needs " + batch * classes + " targets, found " + shares.length);
        }
        for (int image = 0; image < batch; image++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += shares[image * classes + k];
            }
            if (!(Math.abs(sum - 1) < 1e-3)) {
                throw new IllegalArgumentException("shares of classes must add up to 1, found " + sum);
            }
        }
    }

    void next(int newNumber, int[] newLabels) {
        number = newNumber;
        isShared = false;
        labels = Arrays.copyOf(newLabels, batch);
    }

    void next(int newNumber, float[] newTargets) {
        number = newNumber;
        if (classes > 0) {
            share(newTargets);
        } else {
            targets = Arrays.copyOf(newTargets, batch * targetSize);
        }
    }

    /** The label is the first of the largest shares. */
    private void share(float[] newShares) {
        targets = Arrays.copyOf(newShares, batch * classes);
        labels = new int[batch];
        isShared = true;
        for (int image = 0; image < batch; image++) {
            for (int k = 1; k < classes; k++) {
                labels[image] = share(image, k) > share(image, labels[image]) ? k : labels[image];
            }
        }
    }

    /** A class's share of an image's target: 1 for its label, unless shares were given. */
    double share(int image, int k) {
        if (isShared) {
            return targets[image * classes + k];
        }
        return k == labels[image] ? 1 : 0;
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
