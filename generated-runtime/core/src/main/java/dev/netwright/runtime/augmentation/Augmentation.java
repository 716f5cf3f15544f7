package dev.netwright.runtime.augmentation;

import dev.netwright.runtime.picture.Canvas;
import dev.netwright.runtime.picture.PictureStep;
import java.util.List;

/**
 * A random change of the pictures that a network learns from, so that it doesn't see the same ones again and again. Evaluation
 * and prediction know no chance: an augmentation that decides on the size of a picture says what they do in its place.
 *
 * <pre>{@code
 * images.augmented(RandomCrop.of(32).padding(4), HorizontalFlip.withProbability(0.5))
 * }</pre>
 *
 * <p>Implementations are immutable and safe for use by several threads. One of your own overrides {@link #change} or
 * {@link #changeValues}; its randomness is to come from the {@link Draw} alone.
 */
public interface Augmentation {
    /** Changes a picture before its pixels become numbers. */
    default void change(Canvas canvas, Draw draw) {}

    /**
     * Changes the numbers that a network sees, after every {@link #change} and after normalization.
     *
     * @param values hold the planes from {@code offset} on
     */
    default void changeValues(float[] values, int offset, int channels, int height, int width, Draw draw) {}

    /** What evaluation does in place of it, by default nothing. Pictures have the same size after either. */
    default List<PictureStep> evaluated() {
        return List.of();
    }

    /** Several as one, in their order. */
    static Augmentation of(Augmentation... augmentations) {
        return new AugmentationSequence(List.of(augmentations));
    }
}
