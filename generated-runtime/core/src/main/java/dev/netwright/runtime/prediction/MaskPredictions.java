package dev.netwright.runtime.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A network's masks of pictures, in the order of the pictures. Takes a byte for each pixel. Immutable. */
public final class MaskPredictions {
    private final List<String> labels;
    private final int height;
    private final int width;
    private final byte[] classes;

    private MaskPredictions(List<String> labels, int height, int width, byte[] classes) {
        this.labels = List.copyOf(labels);
        this.height = height;
        this.width = width;
        this.classes = classes;
    }

    /**
     * Creates masks of classes.
     *
     * @param labels names of the classes, at most 256
     * @param height rows of each mask, at least 1
     * @param width pixels in a row, at least 1
     * @param classes the number of each pixel's class as an unsigned byte, mask by mask and row by row; not copied
     * @return the masks
     * @throws IllegalArgumentException if the last mask isn't complete, or a number has no class
     */
    public static MaskPredictions of(List<String> labels, int height, int width, byte[] classes) {
        if (classes.length % Math.multiplyExact(height, width) != 0) {
            throw new IllegalArgumentException(
                    "masks must have " + height + "x" + width + " pixels each, found " + classes.length + " pixels");
        }
        for (byte each : classes) {
            Objects.checkIndex(Byte.toUnsignedInt(each), labels.size());
        }
        return new MaskPredictions(labels, height, width, classes);
    }

    /** {@return the number of pictures} */
    public int size() {
        return classes.length / (height * width);
    }

    /** {@return the names of the classes, in the order of their numbers} */
    public List<String> labels() {
        return labels;
    }

    /**
     * The mask of a picture.
     *
     * @param picture index of the picture, in {@code [0, size())}
     * @return the class of each of its pixels
     */
    public Mask mask(int picture) {
        int pixels = height * width;
        int first = Objects.checkIndex(picture, size()) * pixels;
        return new Mask(labels, height, width, Arrays.copyOfRange(classes, first, first + pixels));
    }
}
