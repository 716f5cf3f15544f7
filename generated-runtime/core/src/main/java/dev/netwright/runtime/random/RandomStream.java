package dev.netwright.runtime.random;

/**
 * The numbers of the streams that a {@link CounterRandom} is asked for, so that no two uses of one seed ever share a
 * value. A stream's other coordinate, the step, is the epoch for {@link #SHUFFLE} and {@link #AUGMENTATION}, the class for
 * {@link #SPLIT}, 0 for {@link #NOISE}, {@link #NOISE_LABELS} and {@link #parameter}, and the training step for {@link #dropout}.
 */
public final class RandomStream {
    /** The order of the samples in an epoch. */
    public static final int SHUFFLE = -1;

    /** Images of noise, for timing. */
    public static final int NOISE = -2;

    /** Classes of images of noise. */
    public static final int NOISE_LABELS = -3;

    /** The changes of the pictures that are learned from. */
    public static final int AUGMENTATION = -4;

    /** Which samples of a class are for training. */
    public static final int SPLIT = -5;

    private static final int FIRST_DROPOUT = 1_000_000;

    private RandomStream() {}

    /**
     * The stream of a parameter's initial values.
     *
     * @param position the parameter's place in its network's list of parameters, from 0, below 1,000,000
     * @return the position itself
     */
    public static int parameter(int position) {
        return checkPosition("parameter", position);
    }

    /**
     * The stream of a dropout layer's masks.
     *
     * @param position the layer's place among its network's dropout layers, from 0, below 1,000,000
     * @return 1,000,000 + position
     */
    public static int dropout(int position) {
        return FIRST_DROPOUT + checkPosition("dropout layer", position);
    }

    private static int checkPosition(String what, int position) {
        if (position < 0 || position >= FIRST_DROPOUT) {
            throw new IllegalArgumentException(
                    "The position of a " + what + " lies in [0, " + FIRST_DROPOUT + "), found " + position);
        }
        return position;
    }
}
