package dev.netwright.runtime.data;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The splits of a k-fold cross-validation: each sample is in the validation part of exactly one split, and in the
 * training part of all others.
 *
 * <pre>{@code
 * CrossValidation result = LeafResNet18.TYPE.crossValidate(Folds.stratified(images, 5, 0), training);
 * }</pre>
 *
 * @param <D> type of the parts
 * @param splits one split for each fold, at least two
 */
public record Folds<D>(List<Split<D>> splits) {
    /** The least number of folds. */
    public static final int LEAST = 2;

    /**
     * Copies the list.
     *
     * @param splits one split for each fold, at least two
     * @throws IllegalArgumentException if there are fewer than two
     */
    public Folds {
        splits = List.copyOf(splits);
        if (splits.size() < LEAST) {
            throw tooFew(splits.size());
        }
    }

    /**
     * Divides the samples at random within each class. The numbers of samples of two folds differ by at most one, and so
     * do those of each class. The classes are dealt to the folds one after the other, each in the order of
     * {@code CounterRandom.seeded(seed).permutation(RandomStream.SPLIT, c, size of c)}, so a seed gives the same folds
     * on every machine. The parts keep the order of the dataset.
     *
     * @param pictures the samples
     * @param count number of folds, from 2 to the number of samples
     * @param seed any number
     * @return the folds
     * @throws IllegalArgumentException if the number of folds is out of range
     */
    public static Folds<Pictures> stratified(Pictures pictures, int count, long seed) {
        requireCount(count, pictures.size());
        Strata strata = Strata.of(pictures.size(), pictures.target(), pictures::label);
        return of(strata.dealt(count, seed), count, pictures::select);
    }

    /**
     * Divides the samples at random within each class, like {@link #stratified(Pictures, int, long)}.
     *
     * @param images the samples
     * @param count number of folds, from 2 to the number of samples
     * @param seed any number
     * @return the folds
     * @throws IllegalArgumentException if the number of folds is out of range
     */
    public static Folds<ImageDataset> stratified(ImageDataset images, int count, long seed) {
        requireCount(count, images.size());
        Strata strata = Strata.of(images.size(), images.target(), images::label);
        return of(strata.dealt(count, seed), count, images::select);
    }

    /**
     * Divides the samples at random within each class, like {@link #stratified(Pictures, int, long)}.
     *
     * @param dataset the samples
     * @param count number of folds, from 2 to the number of samples
     * @param seed any number
     * @return the folds
     * @throws IllegalArgumentException if the number of folds is out of range
     */
    public static Folds<Dataset> stratified(Dataset dataset, int count, long seed) {
        requireCount(count, dataset.size());
        Strata strata = Strata.of(dataset.size(), dataset.target(), dataset::label);
        return of(strata.dealt(count, seed), count, dataset::select);
    }

    private static <D> Folds<D> of(int[] foldOfEach, int count, Function<int[], D> selected) {
        return new Folds<>(IntStream.range(0, count)
                .mapToObj(fold -> new Split<>(
                        selected.apply(IntStream.range(0, foldOfEach.length)
                                .filter(i -> foldOfEach[i] != fold)
                                .toArray()),
                        selected.apply(IntStream.range(0, foldOfEach.length)
                                .filter(i -> foldOfEach[i] == fold)
                                .toArray())))
                .toList());
    }

    private static void requireCount(int count, int size) {
        if (count < LEAST) {
            throw tooFew(count);
        }
        if (count > size) {
            throw new IllegalArgumentException(
                    "each of the folds needs at least one sample, found " + count + " folds of " + size + " samples");
        }
    }

    private static IllegalArgumentException tooFew(int count) {
        return new IllegalArgumentException("a cross-validation has at least " + LEAST + " folds, found " + count
                + "; with a single part to train on, use Split");
    }
}
