package dev.netwright.runtime.training;

import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Checksums of a data set's pictures, for far less than reading all of them.
 *
 * <p>Covered are every picture's class and place, and what {@link Dataset#checksum} says of each: name and size of a file, the content of a
 * picture in memory. Of {@value #SAMPLES} pictures, evenly chosen, the values that evaluation sees are covered as well: pixels, resizing and
 * normalization; of {@value #LEARNED_SAMPLES} also the values that training sees. A file that is changed in place and keeps its size is found only if it is one of those.
 */
final class DatasetContent {
    private static final int SAMPLES = 64;
    private static final int LEARNED_SAMPLES = 8;

    private DatasetContent() {}

    /** Of classes and their order alone. */
    static String ofClasses(Dataset data) {
        CRC32C crc = new CRC32C();
        for (int i = 0; i < data.size(); i++) {
            int label = data.label(i);
            crc.update(label);
            crc.update(label >>> Byte.SIZE);
        }
        return Long.toHexString(crc.getValue());
    }

    /** Of pictures and their order. */
    static String of(Dataset data) {
        CRC32C crc = new CRC32C();
        for (int i = 0; i < data.size(); i++) {
            add(crc, data.label(i));
            add(crc, data.checksum(i));
        }
        add(crc, data, SAMPLES, (sample, values) -> data.read(sample, values, 0));
        add(crc, data, LEARNED_SAMPLES, (sample, values) -> data.read(sample, Draw.of(0, 0, sample), values, 0));
        return Long.toHexString(crc.getValue());
    }

    private interface Reading {
        void read(int sample, float[] values);
    }

    /** Values of some pictures; not of a data set that gives others each time, which would never be the same one. */
    private static void add(CRC32C crc, Dataset data, int most, Reading reading) {
        float[] values = new float[data.format().values()];
        reading.read(0, values);
        float[] before = values.clone();
        reading.read(0, values);
        if (!Arrays.equals(before, values)) {
            return;
        }
        samples(data.size(), most).forEach(sample -> {
            reading.read(sample, values);
            for (float value : values) {
                add(crc, Float.floatToRawIntBits(value));
            }
        });
    }

    private static IntStream samples(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count).map(i -> count == 1 ? 0 : (int) ((long) i * (size - 1) / (count - 1)));
    }

    private static void add(CRC32C crc, int value) {
        crc.update(value);
        crc.update(value >>> Byte.SIZE);
        crc.update(value >>> (2 * Byte.SIZE));
        crc.update(value >>> (3 * Byte.SIZE));
    }
}
