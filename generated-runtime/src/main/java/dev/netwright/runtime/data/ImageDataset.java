package dev.netwright.runtime.data;

import dev.netwright.runtime.picture.PicturePlanes;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Labelled pictures of 8 bits a channel. The network sees {@code pixel / 255f}, which is what torchvision's
 * {@code ToTensor} makes of the same picture.
 */
public interface ImageDataset extends Dataset {
    /**
     * Writes a picture's {@code format().values()} bytes (unsigned), planar.
     *
     * @param index in {@code [0, size())}
     * @param target where the bytes go
     * @param offset the place of the first byte
     * @throws IndexOutOfBoundsException if there is no such sample or the array is too short
     */
    void readPixels(int index, byte[] target, int offset);

    @Override
    default Optional<Preprocessing> preprocessing() {
        return Optional.of(new Preprocessing(format()));
    }

    /** A sample as a picture: {@code TYPE_BYTE_GRAY}, or {@code TYPE_INT_RGB} for three channels. */
    default BufferedImage picture(int index) {
        ImageFormat format = format();
        byte[] planes = new byte[format.values()];
        readPixels(index, planes, 0);
        return PicturePlanes.toPicture(planes, format.channels(), format.height(), format.width());
    }

    /** The pictures resized to a square; see {@link #resize(int, int)}. */
    default ImageDataset resize(int size) {
        return resize(size, size);
    }

    /**
     * The pictures resized, each when it is read, to the bytes that Pillow's {@code Image.resize((width, height),
     * BILINEAR)} gives: antialiased where they shrink. To resize to the present size changes nothing.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     */
    default ImageDataset resize(int height, int width) {
        ImageFormat format = format();
        return format.height() == height && format.width() == width ? this : new ResizedDataset(this, height, width);
    }

    @Override
    default ImageDataset range(int from, int to) {
        return new ImageDatasetRange(this, from, to);
    }

    @Override
    default ImageDataset first(int count) {
        return range(0, count);
    }
}
