package dev.netwright.runtime.source;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures that a program holds in arrays: one after the other, each planar, in the order picture, channel, row, column
 * (NCHW). The arrays of values aren't copied, and are not to be changed afterwards.
 */
public final class ArrayDataset {
    private ArrayDataset() {}

    /**
     * Pictures as a network sees them. It can't classify files or {@code BufferedImage}s afterwards, because nobody knows how
     * these values come from a picture; of bytes, {@link #ofBytes} does.
     *
     * @param format the shape of every picture
     * @param values {@code classes.length * format.values()} finite numbers
     * @param classes the class of each picture, in {@code [0, labels.size())}
     * @param labels the names of the classes
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
     * Pictures of bytes, of which the network sees {@code pixel / 255f}.
     *
     * @param format the shape of every picture
     * @param pixels {@code classes.length * format.values()} unsigned bytes
     * @param classes the class of each picture, in {@code [0, labels.size())}
     * @param labels the names of the classes
     * @throws IllegalArgumentException if these don't fit together
     */
    public static ImageDataset ofBytes(ImageFormat format, byte[] pixels, int[] classes, List<String> labels) {
        requireLength("bytes", pixels.length, classes.length, format);
        return new ByteDataset(format, pixels, new Classes(classes, labels));
    }

    private static void requireLength(String what, int found, int count, ImageFormat format) {
        if (found != (long) count * format.values()) {
            throw new IllegalArgumentException(count + " pictures of " + format + ", one for each class, have "
                    + (long) count * format.values() + " " + what + ", found " + found);
        }
    }
}
