package dev.netwright.runtime.source;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the batches of a source that can be read only from its beginning to its end, and makes a dataset of them. */
public final class FloatBatches {
    private final ImageFormat format;
    private final List<float[]> arrays = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();

    /** Batches of pictures of a format. */
    public FloatBatches(ImageFormat format) {
        this.format = format;
    }

    /** The pictures so far. */
    public int size() {
        return classes.size();
    }

    /**
     * Adds a batch.
     *
     * @param values the pictures one after the other, each planar; kept, not copied
     * @param classOf the class of each
     */
    public void add(float[] values, int... classOf) {
        if (values.length != classOf.length * format.values()) {
            throw new IllegalArgumentException(classOf.length + " pictures of " + format + " have "
                    + classOf.length * format.values() + " values, found " + values.length);
        }
        for (int i = 0; i < classOf.length; i++) {
            arrays.add(values);
            offsets.add(i * format.values());
            classes.add(classOf[i]);
        }
    }

    /**
     * The pictures as a dataset.
     *
     * @throws IllegalArgumentException if there is none, one is of a class without a name, or a value is NaN or infinite
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
