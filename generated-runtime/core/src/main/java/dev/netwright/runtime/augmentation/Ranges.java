package dev.netwright.runtime.augmentation;

/** The ranges that numbers of augmentations must lie in. */
final class Ranges {
    private Ranges() {}

    static double probability(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A probability lies in [0, 1], found " + value);
        }
        return value;
    }
}
