package dev.netwright.nd4j.adapter;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.source.FloatBatches;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Reads an ND4J {@link DataSetIterator} into memory once, because training shuffles images and an iterator has one
 * order. The iterator's preprocessor, if it has one, is applied before.
 */
public final class Nd4jDataset {
    private Nd4jDataset() {}

    /**
     * Reads an iterator to its end; see {@link #readAll(DataSetIterator, ImageFormat, List)}. The iterator names the
     * classes.
     *
     * @param iterator gives images and one-hot labels, and has names of classes
     * @param format the images' shape
     * @return a dataset in memory
     * @throws MalformedDataException as the other method does, and if the iterator has no names of classes
     */
    public static Dataset readAll(DataSetIterator iterator, ImageFormat format) {
        List<String> labels = iterator.getLabels();
        if (labels == null || labels.isEmpty()) {
            throw new MalformedDataException(
                    iterator.getClass().getSimpleName(),
                    "the names of the classes",
                    "none",
                    "give them: Nd4jDataset.readAll(iterator, format, labels)");
        }
        return readAll(iterator, format, labels);
    }

    /**
     * Reads an iterator to its end, and resets it first if it supports that. The JVM's heap must hold four bytes for
     * each value.
     *
     * @param iterator gives features of shape {@code [pictures, channels, height, width]} or, for flat pictures,
     *     {@code [pictures, format.values()]}, and one-hot labels of shape {@code [pictures, labels.size()]}
     * @param format the images' shape
     * @param labels the names of the classes
     * @return a dataset in memory
     * @throws MalformedDataException if the iterator gives other shapes or labels, masks, or nothing
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static Dataset readAll(DataSetIterator iterator, ImageFormat format, List<String> labels) {
        if (iterator.resetSupported()) {
            iterator.reset();
        }
        FloatBatches batches = new FloatBatches(format);
        int number = 0;
        while (iterator.hasNext()) {
            String where = iterator.getClass().getSimpleName() + ", batch " + number;
            DataSet batch = iterator.next();
            requireUnmasked(where, batch);
            int count = pictures(where, batch.getFeatures(), format);
            batches.add(values(batch.getFeatures()), classes(where, batch.getLabels(), count, labels.size()));
            number++;
        }
        if (batches.size() == 0) {
            throw new MalformedDataException(
                    iterator.getClass().getSimpleName(),
                    "at least one batch",
                    "none",
                    "reset it before it is read, if it can't do so by itself");
        }
        return batches.dataset(labels);
    }

    private static void requireUnmasked(String where, DataSet batch) {
        if (batch.getFeaturesMaskArray() != null || batch.getLabelsMaskArray() != null) {
            throw new MalformedDataException(
                    where, "pictures", "masks, as series have", "give pictures and classes alone");
        }
    }

    private static int pictures(String where, INDArray features, ImageFormat format) {
        long[] shape = features.shape();
        boolean isPlanar = shape.length == 4
                && shape[1] == format.channels()
                && shape[2] == format.height()
                && shape[3] == format.width();
        boolean isFlat = shape.length == 2 && shape[1] == format.values();
        if (!isPlanar && !isFlat) {
            throw new MalformedDataException(
                    where,
                    "features of shape [pictures, " + format.channels() + ", " + format.height() + ", " + format.width()
                            + "] or [pictures, " + format.values() + "]",
                    Arrays.toString(shape),
                    "give the pictures' format; channels come before rows");
        }
        return Math.toIntExact(shape[0]);
    }

    private static int[] classes(String where, INDArray labels, int count, int classes) {
        long[] shape = labels.shape();
        if (shape.length != 2 || shape[0] != count || shape[1] != classes) {
            throw new MalformedDataException(
                    where,
                    "labels of shape [" + count + ", " + classes + "]",
                    Arrays.toString(shape),
                    "give as many names as there are classes, and a row for each picture");
        }
        float[] values = values(labels);
        int[] classOf = new int[count];
        for (int i = 0; i < count; i++) {
            classOf[i] = hot(where, i, Arrays.copyOfRange(values, i * classes, (i + 1) * classes));
        }
        return classOf;
    }

    /** The index of the 1 in a one-hot row. */
    private static int hot(String where, int picture, float[] row) {
        int hot = -1;
        for (int c = 0; c < row.length; c++) {
            if (row[c] == 1 && hot < 0) {
                hot = c;
            } else if (row[c] != 0) {
                hot = row.length;
            }
        }
        if (hot < 0 || hot == row.length) {
            throw new MalformedDataException(
                    where, "one 1 among 0s as the label of picture " + picture, Arrays.toString(row), "give one class");
        }
        return hot;
    }

    /** The elements in the order of their indices, whatever the array's memory order. */
    private static float[] values(INDArray array) {
        try (INDArray dense = array.dup('c')) {
            return dense.data().asFloat();
        }
    }
}
