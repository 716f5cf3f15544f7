package dev.netwright.runtime.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts of images by actual and predicted class. */
public final class ConfusionMatrix {
    private final int[][] counts;

    /**
     * Copies the counts.
     *
     * @param counts a square matrix: {@code counts[actual][predicted]}
     * @throws IllegalArgumentException if it isn't square
     */
    public ConfusionMatrix(int[][] counts) {
        this.counts = new int[counts.length][];
        for (int actual = 0; actual < counts.length; actual++) {
            if (counts[actual].length != counts.length) {
                throw new IllegalArgumentException("a confusion matrix must be square, found " + counts.length
                        + " rows and one of " + counts[actual].length);
            }
            this.counts[actual] = counts[actual].clone();
        }
    }

    /** {@return the number of classes} */
    public int classes() {
        return counts.length;
    }

    /**
     * Number of images of one class that the network assigned to a class.
     *
     * @param actual the images' class
     * @param predicted the class that the network assigned
     * @return number of images
     */
    public int count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConfusionMatrix matrix && Arrays.deepEquals(counts, matrix.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
