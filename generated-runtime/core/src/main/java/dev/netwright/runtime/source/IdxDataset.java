package dev.netwright.runtime.source;

import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.data.MalformedDataException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Reads grey pictures and labels from two IDX files, the format of MNIST, Fashion-MNIST and KMNIST, into memory. */
public final class IdxDataset {
    private IdxDataset() {}

    /**
     * Reads two files, compressed by gzip or not.
     *
     * @param images unsigned bytes in three dimensions: picture, row, column
     * @param labels unsigned bytes in one dimension: the class of each picture
     * @param labelNames names of the classes
     * @return the dataset
     * @throws MalformedDataException if a file has another form, or the files don't belong together
     * @throws UncheckedIOException if a file can't be read
     */
    public static ImageDataset read(Path images, Path labels, List<String> labelNames) {
        return of(IdxFile.read(images, 3), IdxFile.read(labels, 1), labelNames);
    }

    /** Joins a three-dimensional file of pictures and a one-dimensional one of labels. */
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
                        "give names for all classes of the file, or download the file again");
            }
        }
        ImageFormat format = new ImageFormat(1, images.sizes()[1], images.sizes()[2]);
        return new ByteDataset(format, images.values(), new Classes(classes, labelNames));
    }
}
