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
        float[][] arrays = new float[classes.length][];
        Arrays.fill(arrays, values);
        int[] offsets = new int[classes.length];
        Arrays.setAll(offsets, i -> i * format.values());
        return FloatDataset.of(format, arrays, offsets, new Classes(classes, labels));
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

    private static void requireLength(String what, int found, int count, ImageFormat format) {
        if (found != (long) count * format.values()) {
            throw new IllegalArgumentException(
                    count + " pictures of " + format + " (one for each given class) must have "
                            + (long) count * format.values() + " " + what + ", found " + found);
        }
    }
}
