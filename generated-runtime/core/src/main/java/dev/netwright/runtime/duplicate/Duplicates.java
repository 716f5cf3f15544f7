package dev.netwright.runtime.duplicate;

import dev.netwright.runtime.data.Pictures;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pictures that occur twice. A test picture that is also a training picture makes the test accuracy look better than it
 * is.
 *
 * <pre>{@code
 * Split<Pictures> split = Split.stratified(files.rgb(), 0.8, 0);
 * Duplicates.between(split.training(), split.validation()).found().forEach(System.out::println);
 * }</pre>
 *
 * <p>Each picture is decoded once. Its pixels are compared by SHA-256, and its looks by a difference hash of 128 bits, which
 * survives another size, a stronger compression and another brightness, and neither crops nor flips (N. Krawetz, "Kind of
 * Like That", 2013; B. Hoyt, "Duplicate image detection with perceptual hashing in Python", 2017). A picture of one colour
 * is compared by its pixels alone. The search takes about 50 bytes a picture and compares few of all pairs.
 */
public final class Duplicates {
    /** Bits of 128 in which the hashes of two pictures that resemble each other differ at most, by default. */
    public static final int USUAL_BITS = 2;

    /** The largest number of bits that can be chosen. */
    public static final int MOST_BITS = 15;

    private final Pictures searched;
    private final Pictures known;
    private final Originals originals;
    private final int[] repeated;

    private Duplicates(Pictures searched, Pictures known, Originals originals) {
        this.searched = searched;
        this.known = known;
        this.originals = originals;
        repeated = IntStream.range(0, searched.size())
                .filter(i -> originals.original(i) != Originals.NONE)
                .toArray();
    }

    /**
     * Finds the pictures of a test part that are also in the training part; see
     * {@link #between(Pictures, Pictures, int)}.
     *
     * @param training the pictures to train on
     * @param test the pictures to evaluate
     * @return for each test picture that repeats a training picture, the closest one
     */
    public static Duplicates between(Pictures training, Pictures test) {
        return between(training, test, USUAL_BITS);
    }

    /**
     * Finds the pictures of a test part that are also in the training part.
     *
     * @param training the pictures to train on
     * @param test the pictures to evaluate; unprepared ones find more than those that were cropped to one size
     * @param bits bits of 128 in which the hashes of pictures that resemble each other may differ, from 0 to 15; more find
     *     more, and more that aren't the same
     * @return for each test picture that repeats a training picture, the closest one
     * @throws IllegalArgumentException if the number of bits is out of range
     */
    public static Duplicates between(Pictures training, Pictures test, int bits) {
        requireBits(bits);
        return new Duplicates(test, training, Originals.of(PictureHashes.of(test), PictureHashes.of(training), bits));
    }

    /**
     * Finds the pictures of a set that repeat an earlier one of the same set.
     *
     * @param pictures the pictures
     * @param bits as for {@link #between(Pictures, Pictures, int)}
     * @return for each picture that repeats an earlier one, the closest one
     * @throws IllegalArgumentException if the number of bits is out of range
     */
    public static Duplicates within(Pictures pictures, int bits) {
        requireBits(bits);
        PictureHashes hashes = PictureHashes.of(pictures);
        return new Duplicates(pictures, pictures, Originals.of(hashes, hashes, bits));
    }

    private static void requireBits(int bits) {
        if (bits < 0 || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "the bits that may differ must be from 0 to " + MOST_BITS + ", found " + bits);
        }
    }

    /** {@return the pictures that repeat another, in their order; names are read when an element is read} */
    public List<Duplicate> found() {
        return new AbstractList<>() {
            @Override
            public Duplicate get(int position) {
                int index = repeated[position];
                int original = originals.original(index);
                return new Duplicate(
                        index,
                        searched.name(index),
                        original,
                        known.name(original),
                        originals.isExact(index),
                        originals.bits(index));
            }

            @Override
            public int size() {
                return repeated.length;
            }
        };
    }

    /** {@return the number of pictures found whose pixels equal those of another} */
    public int exact() {
        return (int) IntStream.of(repeated).filter(originals::isExact).count();
    }

    /** {@return the number of pictures found that only resemble another} */
    public int near() {
        return repeated.length - exact();
    }
}
