package dev.netwright.runtime.augmentation;

/** Checks the numbers of augmentations. */
final class Ranges {
    private Ranges() {}

    static double probability(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A probability must be in [0, 1], found " + value);
        }
        return value;
    }
}
