package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Resize;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.util.List;

/**
 * Labelled 8-bit pictures of different sizes, numbered from 0, such as a folder of photographs. A step that gives all
 * of them one size makes them a dataset that a network can read.
 *
 * <pre>{@code
 * pictures.resize(224)
 * pictures.resizeShorterSide(256).centerCrop(224)
 * pictures.augmented(RandomResizedCrop.of(224), HorizontalFlip.withProbability(0.5)).normalized(Normalization.IMAGENET)
 * }</pre>
 *
 * <p>Implementations are thread-safe.
 */
public interface Pictures {
    /** {@return the number of samples, at least 1} */
    int size();

    /** {@return the number of planes of every picture: 1 (grey) or 3 (RGB)} */
    int channels();

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
     * @return one of the classes by default; a class of each pixel has rows and columns only if all pictures have the same
     */
    default Target target() {
        return new Target.OneClass(labels().size());
    }

    /**
     * Writes the target of a picture; see {@link Dataset#readTarget}.
     *
     * @param index index of the sample, in {@code [0, size())}
     * @param values receives as many values as {@link Target#values()} says
     * @param offset index of the first value
     */
    default void readTarget(int index, float[] values, int offset) {
        values[offset] = label(index);
    }

    /**
     * The name of a sample in messages.
     *
     * @param index in {@code [0, size())}
     * @return the name, such as a path
     */
    default String name(int index) {
        return "picture " + index;
    }

    /**
     * Decodes a picture without preparing it.
     *
     * @param index in {@code [0, size())}
     * @param canvas receives the picture
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    void decode(int index, Canvas canvas);

    /**
     * Decodes a picture's mask without preparing it, if what is learned is a class of each pixel.
     *
     * @param index in {@code [0, size())}
     * @param mask a {@link Canvas#ofMask}; receives a class for each pixel, or {@link Canvas#NO_CLASS}
     * @throws IllegalStateException if the pictures have no masks
     */
    default void decodeMask(int index, Canvas mask) {
        throw new IllegalStateException("these pictures have " + target().text() + ", and no masks");
    }

    /**
     * A cheap checksum, as {@link Dataset#checksum} describes it.
     *
     * @param index in {@code [0, size())}
     * @return the checksum; 0 if there is none
     */
    default int checksum(int index) {
        return 0;
    }

    /**
     * Resizes the pictures to a square; see {@link #resize(int, int)}.
     *
     * @param size rows and columns, at least 1
     * @return a view of the resized pictures
     */
    default ImageDataset resize(int size) {
        return resize(size, size);
    }

    /**
     * Resizes the pictures when they are read. The bytes are exactly those of Pillow's {@code Image.resize((width,
     * height), BILINEAR)}, which antialiases when it shrinks. The aspect ratio changes.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return a view of the resized pictures
     */
    default ImageDataset resize(int height, int width) {
        return Preparation.of(this).then(new Resize(height, width)).images();
    }

    /**
     * Resizes the pictures so that their shorter side has a given length, and keeps the aspect ratio; see {@link
     * ResizeShorterSide}.
     *
     * @param length length of the shorter side in pixels, at least 1
     * @return a view of the resized pictures
     */
    default Pictures resizeShorterSide(int length) {
        return Preparation.of(this).then(new ResizeShorterSide(length)).pictures();
    }

    /**
     * Crops the center to a square; see {@link CenterCrop}.
     *
     * @param size rows and columns, at least 1
     * @return a view of the cropped pictures
     */
    default ImageDataset centerCrop(int size) {
        return centerCrop(size, size);
    }

    /**
     * Crops the center; see {@link CenterCrop}.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     * @return a view of the cropped pictures
     */
    default ImageDataset centerCrop(int height, int width) {
        return Preparation.of(this).then(new CenterCrop(height, width)).images();
    }

    /**
     * Augments the pictures in training, in the given order; evaluation uses the deterministic steps of each
     * augmentation instead.
     *
     * @param augmentations augmentations in the order in which they are applied
     * @return a view of the augmented pictures
     * @throws IllegalArgumentException if the pictures have different sizes afterwards
     */
    default ImageDataset augmented(Augmentation... augmentations) {
        return Preparation.of(this).then(List.of(augmentations)).images();
    }

    /**
     * A view of consecutive samples.
     *
     * @param from first sample, inclusive
     * @param to last sample, exclusive
     * @return the view
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size()}
     */
    default Pictures range(int from, int to) {
        return select(Selection.range(from, to, size()));
    }

    /**
     * A view of selected samples.
     *
     * @param indices the samples in their new order, at least one, each in {@code [0, size())}
     * @return the view
     * @throws IllegalArgumentException if there are none or an index is out of range
     */
    default Pictures select(int... indices) {
        return new PicturesSelection(this, Selection.of(indices, size()));
    }

    /**
     * A view of the first samples.
     *
     * @param count number of samples
     * @return the view
     * @throws IllegalArgumentException unless {@code 1 <= count <= size()}
     */
    default Pictures first(int count) {
        return range(0, count);
    }
}
