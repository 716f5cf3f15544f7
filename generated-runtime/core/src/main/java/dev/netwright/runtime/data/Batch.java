package dev.netwright.runtime.data;

import dev.netwright.operation.Target;

/**
 * Samples that go through a network together. A {@link BatchLoader} owns and reuses its batches: a batch is valid until
 * the next one is requested.
 */
public final class Batch {
    private final float[] images;
    private final int[] labels;
    private final float[] targets;
    private int size;

    Batch(int capacity, int valuesPerImage, int valuesPerTarget) {
        images = new float[Math.multiplyExact(capacity, valuesPerImage)];
        labels = new int[capacity];
        targets = new float[Math.multiplyExact(capacity, valuesPerTarget)];
    }

    /**
     * {@return the pictures' values one after the other, each picture planar; undefined after {@link #size()} pictures}
     */
    public float[] images() {
        return images;
    }

    /** {@return the class of each picture, if that is the target; undefined after {@link #size()} elements} */
    public int[] labels() {
        return labels;
    }

    /** {@return the targets' values one after the other, as {@link Dataset#readTarget} writes them} */
    public float[] targets() {
        return targets;
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
        Target target = dataset.target();
        if (target instanceof Target.OneClass) {
            readLabel(place, dataset, index);
        } else {
            int first = place * target.values();
            source.readTarget(index, repeat, targets, first);
            requireFit(dataset, target, first);
        }
        ImageFormat format = dataset.format();
        int offset = place * format.values();
        source.read(index, repeat, images, offset);
        PictureValues.require("its picture", format, images, offset);
    }

    private void readLabel(int place, Dataset dataset, int index) {
        int label = dataset.label(index);
        if (label < 0 || label >= dataset.labels().size()) {
            throw new IllegalStateException("Its label is " + label + ", but the dataset has the labels 0 to "
                    + (dataset.labels().size() - 1));
        }
        labels[place] = label;
        targets[place] = label;
    }

    private void requireClasses(Target.PerPixel target, int first) {
        for (int i = 0; i < target.values(); i++) {
            float label = targets[first + i];
            if (!(label >= Target.PerPixel.IGNORED && label < target.classes() && label == Math.rint(label))) {
                throw new IllegalStateException("The target of its pixel in row " + i / target.width() + ", column "
                        + i % target.width() + " is " + label + ", expected a class from 0 to " + (target.classes() - 1)
                        + ", or " + Target.PerPixel.IGNORED + " for none; correct it, or leave the sample out");
            }
        }
    }

    private void requireFit(Dataset dataset, Target target, int first) {
        if (target instanceof Target.PerPixel pixels) {
            requireClasses(pixels, first);
            return;
        }
        boolean isOfLabels = target instanceof Target.SeveralLabels;
        for (int i = 0; i < target.values(); i++) {
            float value = targets[first + i];
            if (isOfLabels ? !(value >= 0 && value <= 1) : !Float.isFinite(value)) {
                throw new IllegalStateException(
                        "Its target '" + dataset.labels().get(i) + "' is " + value + ", expected "
                                + (isOfLabels ? "a number from 0 to 1" : "a finite number")
                                + "; correct it, or leave the sample out");
            }
        }
    }
}
