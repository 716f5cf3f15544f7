package dev.netwright.runtime.data;

import java.util.stream.IntStream;

/** Selected samples of a dataset, numbered from 0 in a view. */
final class Selection {
    private final int[] indices;

    private Selection(int[] indices) {
        this.indices = indices;
    }

    /**
     * Selects samples in the given order.
     *
     * @param size size of the dataset
     * @throws IllegalArgumentException if there are no indices, or one is out of range
     */
    static Selection of(int[] indices, int size) {
        if (indices.length == 0) {
            throw new IllegalArgumentException(
                    "A selection of this dataset must have at least one of its " + size + " samples, found none");
        }
        for (int index : indices) {
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException(
                        "A selection of this dataset can have samples 0 to " + (size - 1) + ", found " + index);
            }
        }
        return new Selection(indices.clone());
    }

    /**
     * The indices {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param size size of the dataset
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size}
     */
    static int[] range(int from, int to, int size) {
        if (from < 0 || from >= to || to > size) {
            throw new IllegalArgumentException("A range of this dataset must have at least one of its " + size
                    + " samples, found [" + from + ", " + to + ")");
        }
        return IntStream.range(from, to).toArray();
    }

    int size() {
        return indices.length;
    }

    /**
     * The index of a sample in the dataset.
     *
     * @param index in {@code [0, size())}
     */
    int inWhole(int index) {
        return indices[index];
    }
}
