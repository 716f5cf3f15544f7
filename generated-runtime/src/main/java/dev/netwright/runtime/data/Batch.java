package dev.netwright.runtime.data;

/**
 * Samples that enter a network together. A {@link BatchLoader} owns and reuses its batches: one is valid until the next
 * is asked for.
 */
public final class Batch {
    private final float[] images;
    private final int[] labels;
    private int size;

    Batch(int capacity, int valuesPerImage) {
        images = new float[Math.multiplyExact(capacity, valuesPerImage)];
        labels = new int[capacity];
    }

    /** The pictures one after the other, each planar; past {@link #size()} pictures the content is arbitrary. */
    public float[] images() {
        return images;
    }

    /** The class of each picture; past {@link #size()} elements the content is arbitrary. */
    public int[] labels() {
        return labels;
    }

    /** The number of samples, at least 1; only the last batch of an epoch may have fewer than the others. */
    public int size() {
        return size;
    }

    /** Empties this batch. */
    void clear() {
        size = 0;
    }

    /** Appends a sample of a dataset. */
    void add(Dataset dataset, int index) {
        int label = dataset.label(index);
        if (label < 0 || label >= dataset.labels().size()) {
            throw new IllegalStateException("Its label is " + label + ", but the dataset has the labels 0 to "
                    + (dataset.labels().size() - 1));
        }
        dataset.read(index, images, size * dataset.format().values());
        labels[size] = label;
        size++;
    }
}
