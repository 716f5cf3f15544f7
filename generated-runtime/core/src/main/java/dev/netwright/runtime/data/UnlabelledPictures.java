package dev.netwright.runtime.data;

import java.awt.image.BufferedImage;

/**
 * Pictures without classes, numbered from 0 in the order of their source: what a network is asked about. They may be of
 * any sizes; the network's own {@link Preprocessing} makes its input of them.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface UnlabelledPictures {
    /** The number of pictures, at least 1. */
    int size();

    /**
     * What the source calls a picture, such as {@code images/18353.jpg}; no two have the same name.
     *
     * @param index in {@code [0, size())}
     * @throws IndexOutOfBoundsException if there is no such picture
     */
    String name(int index);

    /**
     * A picture as it is, decoded anew.
     *
     * @param index in {@code [0, size())}
     * @throws IndexOutOfBoundsException if there is no such picture
     * @throws MalformedDataException if it can't be decoded; the message names it
     */
    BufferedImage picture(int index);
}
