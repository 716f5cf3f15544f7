package dev.netwright.runtime.source;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import dev.netwright.runtime.data.UnitScale;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Grey pictures and labels from a pair of IDX files, the format of MNIST, Fashion-MNIST and KMNIST, held in memory. */
public final class IdxDataset implements ImageDataset {
    private final ImageFormat format;
    private final List<String> labels;
    private final byte[] pixels;
    private final byte[] classes;

    private IdxDataset(ImageFormat format, List<String> labels, byte[] pixels, byte[] classes) {
        this.format = format;
        this.labels = labels;
        this.pixels = pixels;
        this.classes = classes;
    }

    /**
     * Reads a pair of files, gzip or plain.
     *
     * @param images unsigned bytes in three dimensions: picture, row, column
     * @param labels unsigned bytes in one dimension: the class of each picture
     * @param labelNames the names of the classes
     * @throws MalformedDataException if a file is not what it must be, or the two do not belong together
     * @throws UncheckedIOException if a file cannot be read
     */
    public static ImageDataset read(Path images, Path labels, List<String> labelNames) {
        return of(IdxFile.read(images, 3), IdxFile.read(labels, 1), labelNames);
    }

    /** Joins files of three and of one dimension. */
    static ImageDataset of(IdxFile images, IdxFile labels, List<String> labelNames) {
        int count = images.sizes()[0];
        byte[] classes = labels.values();
        if (classes.length != count) {
            throw new MalformedDataException(
                    labels.name(),
                    "a label for each of the " + count + " pictures of " + images.name(),
                    classes.length + " labels",
                    "use files that belong together");
        }
        for (int i = 0; i < count; i++) {
            if (Byte.toUnsignedInt(classes[i]) >= labelNames.size()) {
                throw new MalformedDataException(
                        labels.name(),
                        "labels in [0, " + labelNames.size() + ")",
                        Byte.toUnsignedInt(classes[i]) + " for picture " + i,
                        "name as many classes as the file has, or get the file again from its source");
            }
        }
        ImageFormat format = new ImageFormat(1, images.sizes()[1], images.sizes()[2]);
        return new IdxDataset(format, List.copyOf(labelNames), images.values(), classes);
    }

    @Override
    public int size() {
        return classes.length;
    }

    @Override
    public ImageFormat format() {
        return format;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public int label(int index) {
        return Byte.toUnsignedInt(classes[index]);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int values = format.values();
        UnitScale.apply(pixels, Objects.checkIndex(index, size()) * values, target, offset, values);
    }

    @Override
    public void readPixels(int index, byte[] target, int offset) {
        int values = format.values();
        System.arraycopy(pixels, Objects.checkIndex(index, size()) * values, target, offset, values);
    }
}
