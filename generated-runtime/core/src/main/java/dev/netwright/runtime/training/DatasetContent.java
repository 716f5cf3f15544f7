package dev.netwright.runtime.training;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Checksums of a dataset's content that read only a few of its pictures.
 *
 * <p>A checksum covers the class and index of every picture, and its {@link Dataset#checksum}: name and size of a file,
 * or the content of a picture in memory. For {@value #SAMPLES} evenly spaced pictures it also covers the values that
 * evaluation reads (pixels, resizing, normalization), and for {@value #LEARNED_SAMPLES} the values that training reads.
 * A file that changes but keeps its size is noticed only if it is one of those. So is a mask, whose name and size the checksum covers.
 */
final class DatasetContent {
    private static final int SAMPLES = 64;
    private static final int LEARNED_SAMPLES = 8;

    private DatasetContent() {}

    /** Covers classes and their order only. */
    static String ofClasses(Dataset data) {
        CRC32C crc = new CRC32C();
        if (!(data.target() instanceof Target.OneClass)) {
            addTargets(crc, data);
            return Long.toHexString(crc.getValue());
        }
        for (int i = 0; i < data.size(); i++) {
            int label = data.label(i);
            crc.update(label);
            crc.update(label >>> Byte.SIZE);
        }
        return Long.toHexString(crc.getValue());
    }

    /** Covers pictures and their order. */
    static String of(Dataset data) {
        CRC32C crc = new CRC32C();
        boolean isOfClasses = data.target() instanceof Target.OneClass;
        if (!isOfClasses) {
            addTargets(crc, data);
        }
        for (int i = 0; i < data.size(); i++) {
            if (isOfClasses) {
                add(crc, data.label(i));
            }
            add(crc, data.checksum(i));
        }
        add(crc, data, SAMPLES, (sample, values) -> data.read(sample, values, 0));
        add(crc, data, LEARNED_SAMPLES, (sample, values) -> data.read(sample, Draw.of(0, 0, sample), values, 0));
        return Long.toHexString(crc.getValue());
    }

    private static void addTargets(CRC32C crc, Dataset data) {
        float[] target = new float[data.target().values()];
        int most = data.target() instanceof Target.PerPixel ? SAMPLES : data.size();
        samples(data.size(), most).forEach(i -> {
            data.readTarget(i, target, 0);
            for (float value : target) {
                add(crc, Float.floatToRawIntBits(value));
            }
        });
    }

    private interface Reading {
        void read(int sample, float[] values);
    }

    /** Adds the values of some pictures, unless the dataset returns different ones at each read. */
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
