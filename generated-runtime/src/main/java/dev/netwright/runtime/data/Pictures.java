package dev.netwright.runtime.data;

import java.util.List;

/**
 * Pictures without classes, numbered from 0 in the order of their source: what a network is asked about. Each is
 * readable at any time as the network sees it.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Pictures {
    /** The number of pictures, at least 1. */
    int size();

    /** The shape of every picture. */
    ImageFormat format();

    /**
     * What the source calls a picture, such as {@code images/18353.jpg}; no two have the same name.
     *
     * @param index in {@code [0, size())}
     * @throws IndexOutOfBoundsException if there is no such picture
     */
    String name(int index);

    /**
     * Writes a picture's {@code format().values()} bytes (unsigned), planar.
     *
     * @param index in {@code [0, size())}
     * @param target where the bytes go
     * @param offset the place of the first byte
     * @throws IndexOutOfBoundsException if there is no such picture or the array is too short
     */
    void readPixels(int index, byte[] target, int offset);

    /** Writes a picture's {@code format().values()} values, {@code pixel / 255f}, planar; else as {@link #readPixels}. */
    default void read(int index, float[] target, int offset) {
        byte[] pixels = new byte[format().values()];
        readPixels(index, pixels, 0);
        UnitScale.apply(pixels, 0, target, offset, pixels.length);
    }

    /** What makes these values of a picture. */
    default Preprocessing preprocessing() {
        return new Preprocessing(format());
    }

    /**
     * These pictures with their classes, as a view.
     *
     * @param labels the names of the classes
     * @param classes the class of each picture, in {@code [0, labels.size())}
     * @throws IllegalArgumentException unless each picture has one of the classes
     */
    default ImageDataset labelled(List<String> labels, int... classes) {
        return new LabelledPictures(this, List.copyOf(labels), classes.clone());
    }
}
