package dev.netwright.runtime.source;

import dev.netwright.operation.Target;
import dev.netwright.runtime.picture.Canvas;
import java.util.List;
import java.util.zip.CRC32C;

/** What is learned of each picture of a source. */
sealed interface Targets permits Classes, TargetValues, MaskArrays, MaskFiles {
    /** The number of pictures. */
    int count();

    /** The names of the classes, labels or numbers. */
    List<String> labels();

    /** What kind of target each picture has. */
    Target target();

    /** The class of a picture. */
    int of(int index);

    /** Writes the target of a picture. */
    void read(int index, float[] values, int offset);

    /**
     * Decodes the mask of a picture.
     *
     * @throws IllegalStateException if there are none
     */
    default void decodeMask(int index, Canvas mask) {
        throw new IllegalStateException("these pictures have " + target().text() + ", and no masks");
    }

    /** Adds what is known of a picture's mask, without decoding it, to a checksum; nothing if there are none. */
    default void addMask(int index, CRC32C checksum) {}
}
