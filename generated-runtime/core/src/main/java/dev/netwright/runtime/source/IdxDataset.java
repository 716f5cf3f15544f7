package dev.netwright.runtime.source;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Grey pictures and labels from a pair of IDX files, the format of MNIST, Fashion-MNIST and KMNIST, held in memory. */
public final class IdxDataset {
    private IdxDataset() {}

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
        byte[] values = labels.values();
        if (values.length != count) {
            throw new MalformedDataException(
                    labels.name(),
                    "a label for each of the " + count + " pictures of " + images.name(),
                    values.length + " labels",
                    "use files that belong together");
        }
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = Byte.toUnsignedInt(values[i]);
            if (classes[i] >= labelNames.size()) {
                throw new MalformedDataException(
                        labels.name(),
                        "labels in [0, " + labelNames.size() + ")",
                        classes[i] + " for picture " + i,
                        "name as many classes as the file has, or get the file again from its source");
            }
        }
        ImageFormat format = new ImageFormat(1, images.sizes()[1], images.sizes()[2]);
        return new ByteDataset(format, images.values(), new Classes(classes, labelNames));
    }
}
