package dev.netwright.runtime.data;

import java.util.stream.IntStream;

/** Samples chosen out of a whole, which a view numbers from 0. */
final class Selection {
    private final int[] indices;

    private Selection(int[] indices) {
        this.indices = indices;
    }

    /**
     * Chosen samples in the order of their indices' array.
     *
     * @param size of the whole
     * @throws IllegalArgumentException if there is none, or one that the whole doesn't have
     */
    static Selection of(int[] indices, int size) {
        if (indices.length == 0) {
            throw new IllegalArgumentException(
                    "A selection of this dataset holds at least one of its " + size + " samples, found none");
        }
        for (int index : indices) {
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException(
                        "A selection of this dataset holds samples 0 to " + (size - 1) + ", found " + index);
            }
        }
        return new Selection(indices.clone());
    }

    /**
     * The indices {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param size of the whole
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size}
     */
    static int[] range(int from, int to, int size) {
        if (from < 0 || from >= to || to > size) {
            throw new IllegalArgumentException("A range of this dataset holds at least one of its " + size
                    + " samples and no others, found [" + from + ", " + to + ")");
        }
        return IntStream.range(from, to).toArray();
    }

    int size() {
        return indices.length;
    }

    /**
     * The whole's index of a sample.
     *
     * @param index in {@code [0, size())}
     */
    int inWhole(int index) {
        return indices[index];
    }
}
