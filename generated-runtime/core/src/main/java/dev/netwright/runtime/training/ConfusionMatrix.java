package dev.netwright.runtime.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How many images of each class were taken for each class. */
public final class ConfusionMatrix {
    private final int[][] counts;

    /** Copies the counts: {@code counts[actual][predicted]}, a square. */
    public ConfusionMatrix(int[][] counts) {
        this.counts = new int[counts.length][];
        for (int actual = 0; actual < counts.length; actual++) {
            if (counts[actual].length != counts.length) {
                throw new IllegalArgumentException("a confusion matrix is square, found " + counts.length
                        + " rows and one of " + counts[actual].length);
            }
            this.counts[actual] = counts[actual].clone();
        }
    }

    /** Number of classes. */
    public int classes() {
        return counts.length;
    }

    /** Images of a class that were taken for a class. */
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
