package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PictureStep;
import java.util.List;

/**
 * A random change of training pictures, so that the network rarely sees exactly the same picture twice. Evaluation and
 * prediction are deterministic: an augmentation that determines a picture's size names the steps that they use instead.
 *
 * <pre>{@code
 * images.augmented(RandomCrop.of(32).padding(4), HorizontalFlip.withProbability(0.5))
 * }</pre>
 *
 * <p>Implementations are immutable and thread-safe. A custom one overrides {@link #change} or {@link #changeValues} and
 * takes all its random numbers from the {@link Draw}.
 */
public interface Augmentation {
    /**
     * Changes a picture's 8-bit pixels, before they are scaled and normalized. Does nothing by default.
     *
     * @param canvas the picture, changed in place
     * @param draw random numbers for this picture and epoch
     */
    default void change(Canvas canvas, Draw draw) {}

    /**
     * Changes the network's input, after every {@link #change} and after normalization. Does nothing by default.
     *
     * @param values array that holds the planes of all channels, changed in place
     * @param offset index of the picture's first value
     * @param channels number of planes
     * @param height rows of a plane
     * @param width columns of a plane
     * @param draw random numbers for this picture and epoch
     */
    default void changeValues(float[] values, int offset, int channels, int height, int width, Draw draw) {}

    /**
     * The deterministic steps that evaluation uses instead; none by default. They must give a picture the same size as
     * the augmentation does.
     *
     * @return steps in the order in which they are applied
     */
    default List<PictureStep> evaluated() {
        return List.of();
    }

    /**
     * Whether {@link #change} may change masks: if the targets are classes of pixels, it is called for a picture, and then for its mask with
     * the same random numbers and a {@link Canvas#ofMask}. It must take equally many numbers for both, and only move, crop, pad or resize.
     * {@link #changeValues} never changes masks. False by default: pictures with masks reject the augmentation.
     *
     * @return true for changes of place and size
     */
    default boolean suitsMasks() {
        return false;
    }

    /**
     * Combines augmentations.
     *
     * @param augmentations in the order in which they are applied
     * @return one augmentation that applies all of them
     */
    static Augmentation of(Augmentation... augmentations) {
        return new AugmentationSequence(List.of(augmentations));
    }
}
