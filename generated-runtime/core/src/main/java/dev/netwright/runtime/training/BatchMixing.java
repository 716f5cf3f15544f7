package dev.netwright.runtime.training;

import dev.netwright.operation.Shape;
import dev.netwright.runtime.random.BetaDraw;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Mixes each image of a batch with the one before it, the first with the last, and gives the batch shares of both
 * classes as targets. Images come in random order, so that any two may meet. One draw of {@code lambda} from
 * {@code Beta(alpha, alpha)} serves a whole batch, as in torchvision's recipe. If both kinds of mixing are on, each
 * batch draws one of them. Everything follows from the seed and the batch's number in the run.
 */
final class BatchMixing {
    /** Random bits become numbers in the middle of their intervals, so that their logarithms are finite. */
    private static final double UNIT = 0x1p-32;

    private final CounterRandom random;
    private final OptionalDouble mixUp;
    private final OptionalDouble cutMix;
    private final Shape image;
    private final int classes;
    private final float[] last;
    private float[] targets = {};
    private int number;
    private long drawn;

    private BatchMixing(long seed, OptionalDouble mixUp, OptionalDouble cutMix, Shape image, int classes) {
        random = CounterRandom.seeded(seed);
        this.mixUp = mixUp;
        this.cutMix = cutMix;
        this.image = image;
        this.classes = classes;
        last = new float[image.size()];
    }

    /** The mixing of a run, whose loss takes shares of classes; empty if it mixes nothing. */
    static Optional<BatchMixing> of(Learner learner, Training training) {
        return of(training.seed(), training.mixUp(), training.cutMix(), learner.images(), learner.classes());
    }

    static Optional<BatchMixing> of(long seed, OptionalDouble mixUp, OptionalDouble cutMix, Shape image, int classes) {
        return mixUp.isEmpty() && cutMix.isEmpty()
                ? Optional.empty()
                : Optional.of(new BatchMixing(seed, mixUp, cutMix, image, classes));
    }

    /**
     * Mixes a batch in place.
     *
     * @param images images one after the other
     * @param labels the class of each
     * @param count number of images
     * @param batchNumber the batch's number in the run
     * @return the share of each class in each image, valid until the next call
     */
    float[] mix(float[] images, int[] labels, int count, int batchNumber) {
        number = batchNumber;
        drawn = 0;
        boolean isCut = mixUp.isEmpty() || (cutMix.isPresent() && uniform() < 0.5);
        double share = isCut
                ? cut(images, count, BetaDraw.symmetric(cutMix.orElseThrow(), this::uniform))
                : blend(images, count, BetaDraw.symmetric(mixUp.orElseThrow(), this::uniform));
        return targets(labels, count, share);
    }

    private double uniform() {
        return (Integer.toUnsignedLong(random.bits(RandomStream.MIXING, number, drawn++)) + 0.5) * UNIT;
    }

    /** {@code lambda x + (1 - lambda) x'}; returns lambda. */
    private double blend(float[] images, int count, double lambda) {
        float own = (float) lambda;
        float other = (float) (1 - lambda);
        forEachFromTheLast(images, count, (to, partners, from) -> {
            for (int i = 0; i < image.size(); i++) {
                images[to + i] = own * images[to + i] + other * partners[from + i];
            }
        });
        return lambda;
    }

    /**
     * A rectangle of {@code sqrt(1 - lambda)} of the rows and columns around any pixel, as far as it lies in the image,
     * from the other image; returns the share of the pixels that stay.
     */
    private double cut(float[] images, int count, double lambda) {
        int height = image.height();
        int width = image.width();
        int x = (int) (uniform() * width);
        int y = (int) (uniform() * height);
        double half = 0.5 * Math.sqrt(1 - lambda);
        int left = Math.max(0, x - (int) (half * width));
        int right = Math.min(width, x + (int) (half * width));
        int top = Math.max(0, y - (int) (half * height));
        int bottom = Math.min(height, y + (int) (half * height));
        forEachFromTheLast(images, count, (to, partners, from) -> {
            for (int row = 0; row < image.channels() * height; row++) {
                if (row % height >= top && row % height < bottom) {
                    int start = row * width + left;
                    System.arraycopy(partners, from + start, images, to + start, right - left);
                }
            }
        });
        return 1 - (double) (right - left) * (bottom - top) / (width * height);
    }

    private interface Mix {
        /** Changes the image at {@code to} by the one at {@code from} in another array or the same. */
        void change(int to, float[] partners, int from);
    }

    /** From the last image to the first, so that each meets its partner as it was; the first one's is kept aside. */
    private void forEachFromTheLast(float[] images, int count, Mix mix) {
        int size = image.size();
        System.arraycopy(images, (count - 1) * size, last, 0, size);
        for (int i = count - 1; i > 0; i--) {
            mix.change(i * size, images, (i - 1) * size);
        }
        mix.change(0, last, 0);
    }

    private float[] targets(int[] labels, int count, double share) {
        if (targets.length < count * classes) {
            targets = new float[count * classes];
        }
        Arrays.fill(targets, 0);
        for (int i = 0; i < count; i++) {
            targets[i * classes + labels[i]] += (float) share;
            targets[i * classes + labels[i == 0 ? count - 1 : i - 1]] += (float) (1 - share);
        }
        return targets;
    }
}
