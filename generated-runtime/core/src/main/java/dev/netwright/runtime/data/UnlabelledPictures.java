package dev.netwright.runtime.data;

import java.awt.image.BufferedImage;

/**
 * Pictures without classes for prediction, numbered from 0 in the order of their source. They may have any sizes; the
 * network's {@link Preprocessing} turns them into its input.
 *
 * <p>Implementations are thread-safe.
 */
public interface UnlabelledPictures {
    /** {@return the number of pictures, at least 1} */
    int size();

    /**
     * The unique name of a picture in its source, such as {@code images/18353.jpg}.
     *
     * @param index in {@code [0, size())}
     * @return the name
     * @throws IndexOutOfBoundsException if there is no such picture
     */
    String name(int index);

    /**
     * Decodes a picture; each call decodes it again.
     *
     * @param index in {@code [0, size())}
     * @return the unprepared picture
     * @throws IndexOutOfBoundsException if there is no such picture
     * @throws MalformedDataException if it can't be decoded; the message names it
     */
    BufferedImage picture(int index);
}
