package dev.netwright.runtime.data;

import dev.netwright.operation.Target;
import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.PicturePlanes;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Labelled 8-bit pictures of one size. The network reads {@code pixel / 255f}, as torchvision's {@code ToTensor} gives
 * it, or the result of {@link #normalized}.
 *
 * <p>Methods that prepare pictures return views; pictures are prepared when they are read.
 */
public interface ImageDataset extends Dataset, Pictures {
    /**
     * Writes a picture's {@code format().values()} unsigned bytes for evaluation, planar.
     *
     * @param index in {@code [0, size())}
     * @param target array for the bytes
     * @param offset index of the first byte in the array
     * @throws IndexOutOfBoundsException if there is no such sample or the array is too short
     */
    void readPixels(int index, byte[] target, int offset);

    /**
     * Writes a picture's bytes for training; by default those for evaluation. A view passes the draw on.
     *
     * @param index in {@code [0, size())}
     * @param draw all random numbers that the bytes may depend on
     * @param target array for the bytes
     * @param offset index of the first byte in the array
     */
    default void readPixels(int index, Draw draw, byte[] target, int offset) {
        readPixels(index, target, offset);
    }

    @Override
    default int checksum(int index) {
        return Dataset.super.checksum(index);
    }

    @Override
    default Target target() {
        return Dataset.super.target();
    }

    @Override
    default void readTarget(int index, float[] values, int offset) {
        Dataset.super.readTarget(index, values, offset);
    }

    @Override
    default void readTarget(int index, Draw draw, float[] values, int offset) {
        Dataset.super.readTarget(index, draw, values, offset);
    }

    @Override
    default void decodeMask(int index, Canvas mask) {
        if (!(target() instanceof Target.PerPixel pixels)) {
            Pictures.super.decodeMask(index, mask);
            return;
        }
        float[] labels = new float[pixels.values()];
        readTarget(index, labels, 0);
        byte[] values = mask.begin(1, pixels.height(), pixels.width());
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
    }

    @Override
    default int channels() {
        return format().channels();
    }

    @Override
    default void decode(int index, Canvas canvas) {
        ImageFormat format = format();
        readPixels(index, canvas.begin(format.channels(), format.height(), format.width()), 0);
    }

    @Override
    default Optional<Preprocessing> preprocessing() {
        return Optional.of(new Preprocessing(format()));
    }

    /**
     * A sample as a picture, prepared for evaluation.
     *
     * @param index in {@code [0, size())}
     * @return a picture of type {@code TYPE_BYTE_GRAY}, or {@code TYPE_INT_RGB} for three channels
     */
    default BufferedImage picture(int index) {
        byte[] planes = new byte[format().values()];
        readPixels(index, planes, 0);
        return PicturePlanes.toPicture(planes, format().channels(), format().height(), format().width());
    }

    /**
     * A sample as a picture, prepared for training, before its pixels are scaled.
     *
     * @param index in {@code [0, size())}
     * @param draw random numbers for this sample and epoch
     * @return a picture of type {@code TYPE_BYTE_GRAY}, or {@code TYPE_INT_RGB} for three channels
     */
    default BufferedImage picture(int index, Draw draw) {
        byte[] planes = new byte[format().values()];
        readPixels(index, draw, planes, 0);
        return PicturePlanes.toPicture(planes, format().channels(), format().height(), format().width());
    }

    @Override
    default ImageDataset resize(int size) {
        return resize(size, size);
    }

    /** See {@link Pictures#resize(int, int)}; returns an equal view if the size stays the same. */
    @Override
    default ImageDataset resize(int height, int width) {
        ImageFormat format = format();
        return format.height() == height && format.width() == width ? this : Pictures.super.resize(height, width);
    }

    @Override
    default ImageDataset resizeShorterSide(int length) {
        return Preparation.of(this).then(new ResizeShorterSide(length)).images();
    }

    /**
     * Normalizes pixels instead of dividing them by 255. Replaces an earlier normalization.
     *
     * @param normalization mean and standard deviation of each channel
     * @return a view of the normalized pictures
     * @throws IllegalArgumentException if it has another number of channels
     */
    default ImageDataset normalized(Normalization normalization) {
        return Preparation.of(this).normalized(normalization).images();
    }

    /**
     * Caches the pictures in memory as {@link #cached(long)} does, in at most half of the maximum heap.
     *
     * @return the cached pictures
     * @throws IllegalArgumentException if they take more
     * @throws IllegalStateException if these pictures are augmented
     */
    default ImageDataset cached() {
        return cached(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * Caches the pictures in memory when they are first read, a byte per pixel: from the second epoch on, nothing is
     * decoded or resized. Augmentations come after the cache and change at each read.
     *
     * <pre>{@code
     * images.resize(256).cached().augmented(RandomCrop.of(224))
     * }</pre>
     *
     * @param mostBytes the largest size of the cache in bytes
     * @return the cached pictures
     * @throws IllegalArgumentException if the pictures take more
     * @throws IllegalStateException if these pictures are augmented
     */
    default ImageDataset cached(long mostBytes) {
        return Preparation.of(this).cached(mostBytes).images();
    }

    @Override
    default ImageDataset range(int from, int to) {
        return select(Selection.range(from, to, size()));
    }

    @Override
    default ImageDataset select(int... indices) {
        return new ImageDatasetSelection(this, Selection.of(indices, size()));
    }

    @Override
    default ImageDataset first(int count) {
        return range(0, count);
    }
}
