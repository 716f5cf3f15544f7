package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Augmentation;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.CenterCrop;
import dev.netwright.runtime.picture.Resize;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.util.List;

/**
 * Labelled pictures of 8 bits a channel, numbered from 0, each of a size of its own: what a folder of photographs holds. A
 * step that gives all of them one size makes them a data set that a network can read.
 *
 * <pre>{@code
 * pictures.resize(224)
 * pictures.resizeShorterSide(256).centerCrop(224)
 * pictures.augmented(RandomResizedCrop.of(224), HorizontalFlip.withProbability(0.5)).normalized(Normalization.IMAGENET)
 * }</pre>
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Pictures {
    /** The number of samples, at least 1. */
    int size();

    /** Planes of every picture: 1 (grey) or 3 (RGB). */
    int channels();

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
     * What messages call a sample.
     *
     * @param index in {@code [0, size())}
     */
    default String name(int index) {
        return "picture " + index;
    }

    /**
     * Puts a picture on a canvas, as it is.
     *
     * @param index in {@code [0, size())}
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    void decode(int index, Canvas canvas);

    /** As {@link Dataset#checksum}. */
    default int checksum(int index) {
        return 0;
    }

    /** The pictures resized to a square; see {@link #resize(int, int)}. */
    default ImageDataset resize(int size) {
        return resize(size, size);
    }

    /**
     * The pictures resized, each when it is read, to the bytes that Pillow's {@code Image.resize((width, height),
     * BILINEAR)} gives: antialiased where they shrink. A picture's form isn't kept.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     */
    default ImageDataset resize(int height, int width) {
        return Preparation.of(this).then(new Resize(height, width)).images();
    }

    /** The pictures resized until their shorter side has that length; they keep their form. See {@link ResizeShorterSide}. */
    default Pictures resizeShorterSide(int length) {
        return Preparation.of(this).then(new ResizeShorterSide(length)).pictures();
    }

    /** The middle of the pictures, a square; see {@link CenterCrop}. */
    default ImageDataset centerCrop(int size) {
        return centerCrop(size, size);
    }

    /** The middle of the pictures; see {@link CenterCrop}. */
    default ImageDataset centerCrop(int height, int width) {
        return Preparation.of(this).then(new CenterCrop(height, width)).images();
    }

    /**
     * The pictures changed at random where a network learns from them, in the given order; where it is evaluated they are
     * prepared as each augmentation says.
     *
     * @throws IllegalArgumentException if the pictures don't all have one size afterwards
     */
    default ImageDataset augmented(Augmentation... augmentations) {
        return Preparation.of(this).then(List.of(augmentations)).images();
    }

    /**
     * The samples {@code from} (inclusive) to {@code to} (exclusive), as a view.
     *
     * @throws IllegalArgumentException unless {@code 0 <= from < to <= size()}
     */
    default Pictures range(int from, int to) {
        return select(Selection.range(from, to, size()));
    }

    /**
     * Chosen samples in the given order, as a view.
     *
     * @param indices at least one, each in {@code [0, size())}
     * @throws IllegalArgumentException if one isn't
     */
    default Pictures select(int... indices) {
        return new PicturesSelection(this, Selection.of(indices, size()));
    }

    /**
     * The first samples, as a view.
     *
     * @throws IllegalArgumentException unless {@code 1 <= count <= size()}
     */
    default Pictures first(int count) {
        return range(0, count);
    }
}
