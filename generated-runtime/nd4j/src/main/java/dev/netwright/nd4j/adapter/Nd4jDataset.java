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
 * What an ND4J {@link DataSetIterator} gives, read once into memory: a network reads pictures in an order of its own, an
 * iterator has one order only. Its preprocessor, if it has one, has done its work by then.
 */
public final class Nd4jDataset {
    private Nd4jDataset() {}

    /**
     * Reads an iterator to its end, from its beginning if it can go there; the names of the classes are the iterator's.
     *
     * @throws MalformedDataException as {@link #readAll(DataSetIterator, ImageFormat, List)}, and if it has no names
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
     * Reads an iterator to its end, from its beginning if it can go there. Four bytes for each value have to fit into the
     * JVM's heap.
     *
     * @param iterator gives features of shape {@code [pictures, channels, height, width]} or, of flat pictures,
     *     {@code [pictures, format.values()]}, and labels of shape {@code [pictures, labels.size()]}, each row one 1 among 0s
     * @param labels the names of the classes
     * @throws MalformedDataException if it gives something else, masks among it
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

    /** The place of the one 1 among 0s. */
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

    /** The elements in the order of their indices, whatever the array's own order. */
    private static float[] values(INDArray array) {
        try (INDArray dense = array.dup('c')) {
            return dense.data().asFloat();
        }
    }
}
