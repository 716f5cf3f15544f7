package dev.netwright.runtime.data;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;

/**
 * Two disjoint views of a dataset, each in the dataset's order.
 *
 * <pre>{@code
 * Split<ImageDataset> leaves = Split.stratified(labelled.rgb().resize(224), 0.8, seed);
 * Leaves.train(leaves.training(), Training.with(Optimizer.adam(0.001)).test(leaves.validation()));
 * }</pre>
 *
 * @param <D> type of the parts
 * @param training the part for training
 * @param validation the part for validation
 */
public record Split<D>(D training, D validation) {
    /**
     * Splits in order: the first {@code (int) (size * share)} samples are for training. Right for shuffled sources,
     * wrong for those sorted by class.
     *
     * @param pictures the samples
     * @param share share of the training part, between 0 and 1
     * @return both parts
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<Pictures> ordered(Pictures pictures, double share) {
        int count = trainingCount(pictures.size(), share);
        return new Split<>(pictures.range(0, count), pictures.range(count, pictures.size()));
    }

    /**
     * Splits in order, like {@link #ordered(Pictures, double)}.
     *
     * @param images the samples
     * @param share share of the training part, between 0 and 1
     * @return both parts
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<ImageDataset> ordered(ImageDataset images, double share) {
        int count = trainingCount(images.size(), share);
        return new Split<>(images.range(0, count), images.range(count, images.size()));
    }

    /**
     * Splits in order, like {@link #ordered(Pictures, double)}.
     *
     * @param dataset the samples
     * @param share share of the training part, between 0 and 1
     * @return both parts
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<Dataset> ordered(Dataset dataset, double share) {
        int count = trainingCount(dataset.size(), share);
        return new Split<>(dataset.range(0, count), dataset.range(count, dataset.size()));
    }

    /**
     * Splits at random within each class, so that both parts have the same share of every class, to within one sample. Pictures with
     * several labels or numbers have no class, and are split at random.
     * The training part is as large as with {@link #ordered(Pictures, double)}. Of class c it has the first samples in
     * {@code CounterRandom.seeded(seed).permutation(RandomStream.SPLIT, c, size of c)}, so a seed gives the same split
     * on every machine.
     *
     * @param pictures the samples
     * @param share share of the training part, between 0 and 1
     * @param seed any number
     * @return both parts
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<Pictures> stratified(Pictures pictures, double share, long seed) {
        Strata strata = Strata.of(pictures.size(), pictures.target(), pictures::label);
        Split<int[]> indices = strata.drawn(trainingCount(pictures.size(), share), seed);
        return new Split<>(pictures.select(indices.training()), pictures.select(indices.validation()));
    }

    /**
     * Splits at random within each class, like {@link #stratified(Pictures, double, long)}.
     *
     * @param images the samples
     * @param share share of the training part, between 0 and 1
     * @param seed any number
     * @return both parts
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<ImageDataset> stratified(ImageDataset images, double share, long seed) {
        Strata strata = Strata.of(images.size(), images.target(), images::label);
        Split<int[]> indices = strata.drawn(trainingCount(images.size(), share), seed);
        return new Split<>(images.select(indices.training()), images.select(indices.validation()));
    }

    /**
     * Splits at random within each class, like {@link #stratified(Pictures, double, long)}.
     *
     * @param dataset the samples
     * @param share share of the training part, between 0 and 1
     * @param seed any number
     * @return both parts
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<Dataset> stratified(Dataset dataset, double share, long seed) {
        Strata strata = Strata.of(dataset.size(), dataset.target(), dataset::label);
        Split<int[]> indices = strata.drawn(trainingCount(dataset.size(), share), seed);
        return new Split<>(dataset.select(indices.training()), dataset.select(indices.validation()));
    }

    private static int trainingCount(int size, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "The share of the training part must be between 0 and 1, found " + share);
        }
        int count = (int) (size * share);
        if (count == 0 || count == size) {
            throw new SettingException(
                    "Each part of a split must have at least one sample, found " + count + " and " + (size - count)
                            + " of " + size,
                    Fix.of("choose a value other than " + share + " for ", Setting.SHARE));
        }
        return count;
    }
}
