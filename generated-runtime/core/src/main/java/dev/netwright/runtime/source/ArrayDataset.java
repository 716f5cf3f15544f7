package dev.netwright.runtime.source;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.Arrays;
import java.util.List;

/**
 * Datasets from arrays. Pictures lie one after the other, each planar, in the order picture, channel, row, column
 * (NCHW). Arrays of values aren't copied and must not be changed afterwards.
 */
public final class ArrayDataset {
    private ArrayDataset() {}

    /**
     * Pictures as values that the network reads. The trained network can't classify files or {@code BufferedImage}s,
     * because the preprocessing of these values is unknown; use {@link #ofBytes} for pixels.
     *
     * @param format shape of every picture
     * @param values {@code classes.length * format.values()} finite numbers
     * @param classes class of each picture, in {@code [0, labels.size())}
     * @param labels names of the classes
     * @return the dataset
     * @throws IllegalArgumentException if these don't fit together, or a value is NaN or infinite
     */
    public static Dataset ofFloats(ImageFormat format, float[] values, int[] classes, List<String> labels) {
        requireLength("values", values.length, classes.length, format);
        return ofFloats(format, values, new Classes(classes, labels));
    }

    /**
     * Pictures as pixels; the network reads {@code pixel / 255f}.
     *
     * @param format shape of every picture
     * @param pixels {@code classes.length * format.values()} unsigned bytes
     * @param classes class of each picture, in {@code [0, labels.size())}
     * @param labels names of the classes
     * @return the dataset
     * @throws IllegalArgumentException if these don't fit together
     */
    public static ImageDataset ofBytes(ImageFormat format, byte[] pixels, int[] classes, List<String> labels) {
        requireLength("bytes", pixels.length, classes.length, format);
        return new ByteDataset(format, pixels, new Classes(classes, labels));
    }

    /**
     * Pictures of floats with several labels each.
     *
     * @param format shape of a picture
     * @param values the pictures one after the other, each planar; not copied
     * @param has for each picture a row with whether it has each label
     * @param labels names of the labels
     * @return the dataset
     * @throws IllegalArgumentException if an array has another length, or a value isn't finite
     */
    public static Dataset ofFloats(ImageFormat format, float[] values, boolean[][] has, List<String> labels) {
        requireLength("values", values.length, has.length, format);
        return ofFloats(format, values, TargetValues.ofLabels(labels, floats(has)));
    }

    /**
     * Pictures of floats with numbers each.
     *
     * @param format shape of a picture
     * @param values the pictures one after the other, each planar; not copied
     * @param numbers a row for each picture
     * @param names names of the numbers
     * @return the dataset
     * @throws IllegalArgumentException if an array has another length, or a value or number isn't finite
     */
    public static Dataset ofFloats(ImageFormat format, float[] values, float[][] numbers, List<String> names) {
        requireLength("values", values.length, numbers.length, format);
        return ofFloats(format, values, TargetValues.ofNumbers(names, numbers));
    }

    /**
     * Pictures of bytes with several labels each.
     *
     * @param format shape of a picture
     * @param pixels the pictures one after the other, each planar; not copied
     * @param has for each picture a row with whether it has each label
     * @param labels names of the labels
     * @return the dataset
     * @throws IllegalArgumentException if an array has another length
     */
    public static ImageDataset ofBytes(ImageFormat format, byte[] pixels, boolean[][] has, List<String> labels) {
        requireLength("bytes", pixels.length, has.length, format);
        return new ByteDataset(format, pixels, TargetValues.ofLabels(labels, floats(has)));
    }

    /**
     * Pictures of bytes with numbers each.
     *
     * @param format shape of a picture
     * @param pixels the pictures one after the other, each planar; not copied
     * @param numbers a row for each picture
     * @param names names of the numbers
     * @return the dataset
     * @throws IllegalArgumentException if an array has another length, or a number isn't finite
     */
    public static ImageDataset ofBytes(ImageFormat format, byte[] pixels, float[][] numbers, List<String> names) {
        requireLength("bytes", pixels.length, numbers.length, format);
        return new ByteDataset(format, pixels, TargetValues.ofNumbers(names, numbers));
    }

    /**
     * Pictures of bytes with a mask each.
     *
     * @param format shape of a picture
     * @param pixels the pictures one after the other, each planar; not copied
     * @param masks for each picture the class of each of its pixels, row by row, as unsigned bytes; 255 for pixels that don't count
     * @param labels names of the classes, at most 255
     * @return the dataset
     * @throws IllegalArgumentException if an array has another length, or a class has no name
     */
    public static ImageDataset ofBytes(ImageFormat format, byte[] pixels, byte[][] masks, List<String> labels) {
        requireLength("bytes", pixels.length, masks.length, format);
        return new ByteDataset(format, pixels, new MaskArrays(format, labels, masks));
    }

    private static Dataset ofFloats(ImageFormat format, float[] values, Targets targets) {
        float[][] arrays = new float[targets.count()][];
        Arrays.fill(arrays, values);
        int[] offsets = new int[arrays.length];
        Arrays.setAll(offsets, i -> i * format.values());
        return FloatDataset.of(format, arrays, offsets, targets);
    }

    private static float[][] floats(boolean[]... has) {
        float[][] rows = new float[has.length][];
        for (int i = 0; i < has.length; i++) {
            rows[i] = new float[has[i].length];
            for (int k = 0; k < has[i].length; k++) {
                rows[i][k] = has[i][k] ? 1 : 0;
            }
        }
        return rows;
    }

    private static void requireLength(String what, int found, int count, ImageFormat format) {
        if (found != (long) count * format.values()) {
            throw new IllegalArgumentException(
                    count + " pictures of " + format + " (one for each given target) must have "
                            + (long) count * format.values() + " " + what + ", found " + found);
        }
    }
}
