package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.data.ImageFormat;
import java.util.Optional;

/**
 * The input of a network.
 *
 * @param name the network's name, for messages
 * @param images shape of one image
 * @param classes number of classes
 */
public record NetworkInput(String name, Shape images, int classes) {
    /**
     * The format of the pictures that the network reads.
     *
     * @return empty if an image has neither 1 nor 3 channels: such values aren't made from pictures
     */
    public Optional<ImageFormat> pictures() {
        return images.channels() == 1 || images.channels() == 3
                ? Optional.of(new ImageFormat(images.channels(), images.height(), images.width()))
                : Optional.empty();
    }
}
