package dev.netwright.runtime.data;

import dev.netwright.runtime.augmentation.Draw;
import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.Normalization;
import dev.netwright.runtime.picture.PicturePlanes;
import dev.netwright.runtime.picture.ResizeShorterSide;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Labelled pictures of 8 bits a channel and of one size. The network sees {@code pixel / 255f}, which is what torchvision's
 * {@code ToTensor} makes of the same picture, or what {@link #normalized} makes of it.
 *
 * <p>The methods that prepare pictures give views, and each picture is prepared when it is read.
 */
public interface ImageDataset extends Dataset, Pictures {
    /**
     * Writes a picture's {@code format().values()} bytes (unsigned), planar, as evaluation prepares it.
     *
     * @param index in {@code [0, size())}
     * @param target where the bytes go
     * @param offset the place of the first byte
     * @throws IndexOutOfBoundsException if there is no such sample or the array is too short
     */
    void readPixels(int index, byte[] target, int offset);

    /** Writes a picture's bytes as it is learned from; by default as evaluation does. A view hands the draw on. */
    default void readPixels(int index, Draw draw, byte[] target, int offset) {
        readPixels(index, target, offset);
    }

    @Override
    default int checksum(int index) {
        return Dataset.super.checksum(index);
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

    /** A sample as a picture, as evaluation prepares it: {@code TYPE_BYTE_GRAY}, or {@code TYPE_INT_RGB} for three channels. */
    default BufferedImage picture(int index) {
        byte[] planes = new byte[format().values()];
        readPixels(index, planes, 0);
        return PicturePlanes.toPicture(planes, format().channels(), format().height(), format().width());
    }

    /** A sample as a picture that is learned from, before its pixels become numbers. */
    default BufferedImage picture(int index, Draw draw) {
        byte[] planes = new byte[format().values()];
        readPixels(index, draw, planes, 0);
        return PicturePlanes.toPicture(planes, format().channels(), format().height(), format().width());
    }

    @Override
    default ImageDataset resize(int size) {
        return resize(size, size);
    }

    /** See {@link Pictures#resize(int, int)}; to resize to the present size changes nothing. */
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
     * The pictures, the network seeing normalized pixels in place of {@code pixel / 255}. It takes the place of a normalization
     * that they have.
     *
     * @throws IllegalArgumentException if it is made for another number of channels
     */
    default ImageDataset normalized(Normalization normalization) {
        return Preparation.of(this).normalized(normalization).images();
    }

    /** The pictures kept in memory as {@link #cached(long)} does, in at most half of the largest heap that the JVM may take. */
    default ImageDataset cached() {
        return cached(Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * The pictures kept in memory, a byte for each pixel, once each has been read: from the second epoch on nothing is decoded
     * or resized. Random changes come after it, and are made anew for each reading.
     *
     * <pre>{@code
     * images.resize(256).cached().augmented(RandomCrop.of(224))
     * }</pre>
     *
     * @param mostBytes that they may take
     * @throws IllegalArgumentException if they take more
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
