package dev.netwright.runtime.data;

import dev.netwright.runtime.fault.Fix;
import dev.netwright.runtime.fault.Setting;
import dev.netwright.runtime.fault.SettingException;

/**
 * A dataset in two parts, each a view of it: no sample is in both, and each part keeps the dataset's order.
 *
 * <pre>{@code
 * Split<ImageDataset> leaves = Split.stratified(labelled.rgb().resize(224), 0.8, seed);
 * Leaves.train(leaves.training(), Training.with(Optimizer.adam(0.001)).test(leaves.validation()));
 * }</pre>
 *
 * @param training what a network learns from
 * @param validation what it is evaluated on
 */
public record Split<D>(D training, D validation) {
    /**
     * The first {@code (int) (size * share)} samples, and the others: right where the source is shuffled already, wrong
     * where it is sorted by class.
     *
     * @param share of the training part, between 0 and 1
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<Pictures> ordered(Pictures pictures, double share) {
        int count = trainingCount(pictures.size(), share);
        return new Split<>(pictures.range(0, count), pictures.range(count, pictures.size()));
    }

    /** As {@link #ordered(Pictures, double)}, of pictures of one size. */
    public static Split<ImageDataset> ordered(ImageDataset images, double share) {
        int count = trainingCount(images.size(), share);
        return new Split<>(images.range(0, count), images.range(count, images.size()));
    }

    /** As {@link #ordered(Pictures, double)}, of samples that aren't pictures of bytes. */
    public static Split<Dataset> ordered(Dataset dataset, double share) {
        int count = trainingCount(dataset.size(), share);
        return new Split<>(dataset.range(0, count), dataset.range(count, dataset.size()));
    }

    /**
     * As many samples for training as {@link #ordered(Pictures, double)} takes, drawn at random class by class, so
     * that each part has its share of every class, to less than one sample. Of class c those are taken that come first in
     * {@code CounterRandom.seeded(seed).permutation(RandomStream.SPLIT, c, size of c)}: the same seed gives the same split
     * on every machine.
     *
     * @param share of the training part, between 0 and 1
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<Pictures> stratified(Pictures pictures, double share, long seed) {
        Strata strata = Strata.of(pictures.size(), pictures.labels().size(), pictures::label);
        Split<int[]> indices = strata.drawn(trainingCount(pictures.size(), share), seed);
        return new Split<>(pictures.select(indices.training()), pictures.select(indices.validation()));
    }

    /** As {@link #stratified(Pictures, double, long)}, of pictures of one size. */
    public static Split<ImageDataset> stratified(ImageDataset images, double share, long seed) {
        Strata strata = Strata.of(images.size(), images.labels().size(), images::label);
        Split<int[]> indices = strata.drawn(trainingCount(images.size(), share), seed);
        return new Split<>(images.select(indices.training()), images.select(indices.validation()));
    }

    /** As {@link #stratified(Pictures, double, long)}, of samples that aren't pictures of bytes. */
    public static Split<Dataset> stratified(Dataset dataset, double share, long seed) {
        Strata strata = Strata.of(dataset.size(), dataset.labels().size(), dataset::label);
        Split<int[]> indices = strata.drawn(trainingCount(dataset.size(), share), seed);
        return new Split<>(dataset.select(indices.training()), dataset.select(indices.validation()));
    }

    private static int trainingCount(int size, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The share of the training part lies between 0 and 1, found " + share);
        }
        int count = (int) (size * share);
        if (count == 0 || count == size) {
            throw new SettingException(
                    "Each part of a split has at least one sample, found " + count + " and " + (size - count) + " of "
                            + size,
                    Fix.of("choose another than " + share + " for ", Setting.SHARE));
        }
        return count;
    }
}
