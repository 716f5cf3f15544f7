package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.augmentation.Draw;
import java.util.List;
import java.util.Optional;

/**
 * Labelled pictures, numbered from 0, as a network reads them: with a {@link Draw} for training, without one for
 * evaluation.
 *
 * <p>Implementations are thread-safe. {@link ImageDataset} is the better choice for 8-bit pictures; it adds resizing
 * and augmentation.
 */
public interface Dataset {
    /** {@return the number of samples, at least 1} */
    int size();

    /** {@return the shape of every picture} */
    ImageFormat format();

    /** {@return the names of the classes; class c is called {@code labels().get(c)}} */
    List<String> labels();

    /**
     * The class of a sample.
     *
     * @param index in {@code [0, size())}
     * @return the class, in {@code [0, labels().size())}
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    int label(int index);

    /**
     * What is learned of each picture. The names of classes, labels or numbers are {@link #labels()}.
     *
     * @return one of the classes by default
     */
    default Target target() {
        return new Target.OneClass(labels().size());
    }

    /**
     * Writes the target of a picture: the number of its class; 1 for each label that it has and 0 for the others; its numbers; or
     * the class of each of its pixels, row by row, and {@link Target.PerPixel#IGNORED} for those that don't count.
     *
     * @param index index of the sample, in {@code [0, size())}
     * @param values receives as many values as {@link Target#values()} says
     * @param offset index of the first value
     */
    default void readTarget(int index, float[] values, int offset) {
        values[offset] = label(index);
    }

    /**
     * Writes the target of a picture for training; by default that for evaluation. A class of each pixel moves with the pixels, and is drawn
     * from the same numbers. A view of another dataset passes the draw on.
     *
     * @param index index of the sample, in {@code [0, size())}
     * @param draw the numbers of {@link #read(int, Draw, float[], int)}, from the start
     * @param values receives as many values as {@link Target#values()} says
     * @param offset index of the first value
     */
    default void readTarget(int index, Draw draw, float[] values, int offset) {
        readTarget(index, values, offset);
    }

    /**
     * Writes the {@code format().values()} values of a picture for evaluation, planar.
     *
     * @param index in {@code [0, size())}
     * @param target array for the values
     * @param offset index of the first value in the array
     * @throws IndexOutOfBoundsException if there is no such sample or the array is too short
     */
    void read(int index, float[] target, int offset);

    /**
     * Writes the values of a picture for training; by default those for evaluation. A view of another dataset passes
     * the draw on.
     *
     * @param index in {@code [0, size())}
     * @param draw all random numbers that the values may depend on
     * @param target array for the values
     * @param offset index of the first value in the array
     */
    default void read(int index, Draw draw, float[] target, int offset) {
        read(index, target, offset);
    }

    /**
     * The preprocessing that makes these values from a picture, so that the trained network can classify other
     * pictures.
     *
     * @return the preprocessing; empty if no {@link Preprocessing} gives these values
     */
    default Optional<Preprocessing> preprocessing() {
        return Optional.empty();
    }

    /**
     * A cheap checksum that detects another picture in the same place, without decoding: of a file's name and size, or
     * of the content of a picture in memory. A view of another dataset passes it on. A resumed run compares its
     * pictures and their order by it.
     *
     * @param index in {@code [0, size())}
     * @return the checksum; 0 if there is none
     */
    default int checksum(int index) {
        return 0;
    }

    /**
     * {@return the random changes of each picture in training, in the order in which they are applied; empty if there
     * are none}
     */
    default List<Augmentation> augmentations() {
        return List.of();
    }

    /**
     * A view of consecutive samples: {@code all.range(0, 800)} for training and {@code all.range(800, 1000)} for
     * validation.
     *
     * @param from first sample, inclusive
     * @param to last sample, exclusive
     * @return the view
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size()}
     */
    default Dataset range(int from, int to) {
        return select(Selection.range(from, to, size()));
    }

    /**
     * A view of selected samples.
     *
     * @param indices the samples in their new order, at least one, each in {@code [0, size())}
     * @return the view
     * @throws IllegalArgumentException if there are none or an index is out of range
     */
    default Dataset select(int... indices) {
        return new DatasetSelection(this, Selection.of(indices, size()));
    }

    /**
     * A view of the first samples.
     *
     * @param count number of samples
     * @return the view
     * @throws IllegalArgumentException unless {@code 1 <= count <= size()}
     */
    default Dataset first(int count) {
        return range(0, count);
    }
}
