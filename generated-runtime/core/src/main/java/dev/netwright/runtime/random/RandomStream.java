package dev.netwright.runtime.random;

/**
 * The streams of {@link CounterRandom}, so that no two uses of a seed share a number. A stream's second coordinate, the
 * step, is the epoch for {@link #SHUFFLE}, {@link #BALANCE}, {@link #AUGMENTATION} and {@link #repeated}, the class for {@link #SPLIT}, 0 for {@link
 * #NOISE}, {@link #NOISE_LABELS} and {@link #parameter}, and the number of the batch in the run for {@link #dropout} and {@link #MIXING}.
 */
public final class RandomStream {
    /** Order of the samples in an epoch. */
    public static final int SHUFFLE = -1;

    /** Noise images, for benchmarks. */
    public static final int NOISE = -2;

    /** Classes of noise images. */
    public static final int NOISE_LABELS = -3;

    /** Augmentation of training pictures. */
    public static final int AUGMENTATION = -4;

    /** Selection of the training samples of a class. */
    public static final int SPLIT = -5;

    /** Selection of an epoch's samples by class. */
    public static final int BALANCE = -6;

    /** Mixing of the images of a batch. */
    public static final int MIXING = -7;

    private static final int FIRST_DROPOUT = 1_000_000;

    private RandomStream() {}

    /**
     * The stream of a parameter's initial values.
     *
     * @param position the parameter's index in its network, from 0, below 1,000,000
     * @return the position itself
     */
    public static int parameter(int position) {
        return checkPosition("parameter", position);
    }

    /**
     * The stream of a dropout's masks, or of a stochastic depth's.
     *
     * @param position the layer's index among its network's dropouts and stochastic depths, from 0, below 1,000,000
     * @return 1,000,000 + position
     */
    public static int dropout(int position) {
        return FIRST_DROPOUT + checkPosition("dropout layer", position);
    }

    /**
     * The stream of the augmentation of a sample that comes several times in an epoch.
     *
     * @param repeat how often it has come before, from 0
     * @return {@link #AUGMENTATION} for 0, else {@code -1,000,000 - repeat}
     */
    public static int repeated(int repeat) {
        return repeat == 0 ? AUGMENTATION : -FIRST_DROPOUT - repeat;
    }

    private static int checkPosition(String what, int position) {
        if (position < 0 || position >= FIRST_DROPOUT) {
            throw new IllegalArgumentException(
                    "The position of a " + what + " must be in [0, " + FIRST_DROPOUT + "), found " + position);
        }
        return position;
    }
}
