package dev.netwright.runtime.training;

import dev.netwright.operation.Loss;
import dev.netwright.operation.Shape;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.Target;
import dev.netwright.operation.Value;
import dev.netwright.runtime.data.ImageFormat;
import java.util.Optional;

/**
 * What a network reads and learns.
 *
 * @param name the network's name, for messages
 * @param images shape of one image
 * @param loss the loss that training minimizes
 */
public record NetworkInput(String name, Shape images, Loss loss) {
    /**
     * A network of classes that is trained with cross-entropy.
     *
     * @param name the network's name, for messages
     * @param images shape of one image
     * @param classes number of classes
     */
    public NetworkInput(String name, Shape images, int classes) {
        this(name, images, new SoftmaxCrossEntropy("loss", Value.vector("logits", classes), 1));
    }

    /**
     * What the network learns of each image.
     *
     * @return by its loss
     */
    public Target target() {
        return loss.target();
    }

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
