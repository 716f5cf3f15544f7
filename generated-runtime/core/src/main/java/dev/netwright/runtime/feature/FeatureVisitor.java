package dev.netwright.runtime.feature;

/** Receives the features of pictures one after the other, in the pictures' order. */
@FunctionalInterface
public interface FeatureVisitor {
    /**
     * Receives the features of one picture.
     *
     * @param index the picture's index, from 0 on
     * @param values the stage's output, the last dimension of its shape fastest; the receiver may keep the array
     */
    void picture(int index, float[] values);
}
