package dev.netwright.runtime.source;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the batches of a source that can only be read sequentially, and makes them a dataset. */
public final class FloatBatches {
    private final ImageFormat format;
    private final List<float[]> arrays = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();

    /**
     * Starts without pictures.
     *
     * @param format shape of every picture
     */
    public FloatBatches(ImageFormat format) {
        this.format = format;
    }

    /** {@return the number of pictures so far} */
    public int size() {
        return classes.size();
    }

    /**
     * Adds a batch.
     *
     * @param values the pictures one after the other, each planar; not copied
     * @param classOf class of each picture
     * @throws IllegalArgumentException if the numbers of values and classes don't match
     */
    public void add(float[] values, int... classOf) {
        if (values.length != classOf.length * format.values()) {
            throw new IllegalArgumentException(classOf.length + " pictures of " + format + " must have "
                    + classOf.length * format.values() + " values, found " + values.length);
        }
        for (int i = 0; i < classOf.length; i++) {
            arrays.add(values);
            offsets.add(i * format.values());
            classes.add(classOf[i]);
        }
    }

    /**
     * Makes a dataset of the pictures.
     *
     * @param labels names of the classes
     * @return the dataset
     * @throws IllegalArgumentException if there are no pictures, a class has no name, or a value is NaN or infinite
     */
    public Dataset dataset(List<String> labels) {
        Classes named = new Classes(ints(classes), labels);
        return FloatDataset.of(format, arrays.toArray(new float[0][]), ints(offsets), named);
    }

    private static int[] ints(List<Integer> numbers) {
        int[] ints = new int[numbers.size()];
        Arrays.setAll(ints, numbers::get);
        return ints;
    }
}
