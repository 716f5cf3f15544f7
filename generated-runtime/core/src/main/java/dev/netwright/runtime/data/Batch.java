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

    /** Makes this a batch of so many samples, each of which is to be read. */
    void resize(int samples) {
        size = samples;
    }

    /** Reads a sample to its place; threads may read to different places at once. */
    void read(int place, SampleSource source, int index) {
        Dataset dataset = source.dataset();
        int label = dataset.label(index);
        if (label < 0 || label >= dataset.labels().size()) {
            throw new IllegalStateException("Its label is " + label + ", but the dataset has the labels 0 to "
                    + (dataset.labels().size() - 1));
        }
        ImageFormat format = dataset.format();
        int offset = place * format.values();
        source.read(index, images, offset);
        PictureValues.require("its picture", format, images, offset);
        labels[place] = label;
    }
}
