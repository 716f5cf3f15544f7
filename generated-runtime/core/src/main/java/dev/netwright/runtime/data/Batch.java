package dev.netwright.runtime.data;

/**
 * Samples that go through a network together. A {@link BatchLoader} owns and reuses its batches: a batch is valid until
 * the next one is requested.
 */
public final class Batch {
    private final float[] images;
    private final int[] labels;
    private int size;

    Batch(int capacity, int valuesPerImage) {
        images = new float[Math.multiplyExact(capacity, valuesPerImage)];
        labels = new int[capacity];
    }

    /**
     * {@return the pictures' values one after the other, each picture planar; undefined after {@link #size()} pictures}
     */
    public float[] images() {
        return images;
    }

    /** {@return the class of each picture; undefined after {@link #size()} elements} */
    public int[] labels() {
        return labels;
    }

    /** {@return the number of samples, at least 1; only the last batch of an epoch may be smaller than the others} */
    public int size() {
        return size;
    }

    /** Sets the number of samples, all of which must then be read. */
    void resize(int samples) {
        size = samples;
    }

    /** Reads a sample into a place of the batch; threads may read into different places at the same time. */
    void read(int place, SampleSource source, int index, int repeat) {
        Dataset dataset = source.dataset();
        int label = dataset.label(index);
        if (label < 0 || label >= dataset.labels().size()) {
            throw new IllegalStateException("Its label is " + label + ", but the dataset has the labels 0 to "
                    + (dataset.labels().size() - 1));
        }
        ImageFormat format = dataset.format();
        int offset = place * format.values();
        source.read(index, repeat, images, offset);
        PictureValues.require("its picture", format, images, offset);
        labels[place] = label;
    }
}
