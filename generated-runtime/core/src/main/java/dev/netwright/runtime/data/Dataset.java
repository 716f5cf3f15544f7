package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Optional;

/**
 * Labelled pictures, numbered from 0, each readable at any time as a network sees it: with a {@link Draw} as one that learns
 * does, without as one that is evaluated.
 *
 * <p>Implementations are safe for use by several threads. Pictures of bytes are better served by {@link ImageDataset},
 * which adds resizing and augmentation.
 */
public interface Dataset {
    /** The number of samples, at least 1. */
    int size();

    /** The shape of every picture. */
    ImageFormat format();

    /** The names of the classes; class c is called {@code labels().get(c)}. */
    List<String> labels();

    /**
     * The class of a sample, in {@code [0, labels().size())}.
     *
     * @param index in {@code [0, size())}
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    int label(int index);

    /**
     * Writes a picture's {@code format().values()} values, planar, as a network that is evaluated sees them.
     *
     * @param index in {@code [0, size())}
     * @param target where the values go
     * @param offset the place of the first value
     * @throws IndexOutOfBoundsException if there is no such sample or the array is too short
     */
    void read(int index, float[] target, int offset);

    /**
     * Writes a picture's values as a network that learns sees them; by default as evaluation does. A view of another data set
     * hands the draw on.
     *
     * @param draw all the randomness that the values may depend on
     */
    default void read(int index, Draw draw, float[] target, int offset) {
        read(index, target, offset);
    }

    /**
     * What makes these values of a picture, for a network that learns them to classify other pictures; empty if no
     * {@link Preprocessing} does.
     */
    default Optional<Preprocessing> preprocessing() {
        return Optional.empty();
    }

    /**
     * A checksum of what a picture is made from, which tells another picture in its place and decodes nothing: of a file that of its name
     * and size, of a picture in memory that of its content; 0 if nothing is known of it. A view of another data set hands it on. By it a
     * run that is resumed knows its pictures and their order.
     *
     * @param index in {@code [0, size())}
     */
    default int checksum(int index) {
        return 0;
    }

    /** What is done to a picture each time it is learned, in this order; empty if nothing of it is left to chance. */
    default List<Augmentation> augmentations() {
        return List.of();
    }

    /**
     * The samples {@code from} (inclusive) to {@code to} (exclusive), as a view: {@code all.range(0, 800)} to train on
     * and {@code all.range(800, 1000)} to validate on.
     *
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size()}
     */
    default Dataset range(int from, int to) {
        return select(Selection.range(from, to, size()));
    }

    /**
     * Chosen samples in the given order, as a view.
     *
     * @param indices at least one, each in {@code [0, size())}
     * @throws IllegalArgumentException if one isn't
     */
    default Dataset select(int... indices) {
        return new DatasetSelection(this, Selection.of(indices, size()));
    }

    /**
     * The first samples, as a view.
     *
     * @throws IllegalArgumentException unless {@code 1 <= count <= size()}
     */
    default Dataset first(int count) {
        return range(0, count);
    }
}
