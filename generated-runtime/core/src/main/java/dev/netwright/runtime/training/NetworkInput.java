package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.ImageFormat;
import java.util.Optional;

/**
 * What a network reads.
 *
 * @param name of the network, for messages
 * @param images shape of one image
 * @param classes that it tells apart
 */
public record NetworkInput(String name, Shape images, int classes) {
    /** The format of pictures that it reads; of images with other channels than grey or coloured ones nobody knows how a picture becomes one. */
    public Optional<ImageFormat> pictures() {
        return images.channels() == 1 || images.channels() == 3
                ? Optional.of(new ImageFormat(images.channels(), images.height(), images.width()))
                : Optional.empty();
    }
}
