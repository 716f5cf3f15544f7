package dev.netwright.runtime.data;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A dataset in two parts, each a view of it: no sample is in both, and each part keeps the dataset's order.
 *
 * <pre>{@code
 * Split<ImageDataset> leaves = Split.stratified(labelled, 0.8, seed);
 * Leaves.train(leaves.training(), Training.with(new Adam(0.001)).test(leaves.validation()));
 * }</pre>
 *
 * @param training what a network learns from
 * @param validation what it is judged by
 */
public record Split<D extends Dataset>(D training, D validation) {
    /**
     * The first {@code (int) (size * share)} samples, and the others: right where the source is shuffled already, wrong
     * where it is sorted by class.
     *
     * @param share of the training part, between 0 and 1
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<ImageDataset> ordered(ImageDataset dataset, double share) {
        int count = trainingCount(dataset.size(), share);
        return new Split<>(dataset.range(0, count), dataset.range(count, dataset.size()));
    }

    /** As {@link #ordered(ImageDataset, double)}, of samples that aren't pictures of bytes. */
    public static Split<Dataset> ordered(Dataset dataset, double share) {
        int count = trainingCount(dataset.size(), share);
        return new Split<>(dataset.range(0, count), dataset.range(count, dataset.size()));
    }

    /**
     * As many samples for training as {@link #ordered(ImageDataset, double)} takes, drawn at random class by class, so
     * that each part has its share of every class, to less than one sample. Of class c those are taken that come first in
     * {@code CounterRandom.seeded(seed).permutation(RandomStream.SPLIT, c, size of c)}: the same seed gives the same split
     * on every machine.
     *
     * @param share of the training part, between 0 and 1
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split<ImageDataset> stratified(ImageDataset dataset, double share, long seed) {
        boolean[] isTraining = drawn(dataset, share, seed);
        return new Split<>(
                new ImageDatasetSelection(dataset, indices(isTraining, true)),
                new ImageDatasetSelection(dataset, indices(isTraining, false)));
    }

    /** As {@link #stratified(ImageDataset, double, long)}, of samples that aren't pictures of bytes. */
    public static Split<Dataset> stratified(Dataset dataset, double share, long seed) {
        boolean[] isTraining = drawn(dataset, share, seed);
        return new Split<>(
                new DatasetSelection(dataset, indices(isTraining, true)),
                new DatasetSelection(dataset, indices(isTraining, false)));
    }

    private static int trainingCount(int size, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The share of the training part lies between 0 and 1, found " + share);
        }
        int count = (int) (size * share);
        if (count == 0 || count == size) {
            throw new IllegalArgumentException("Each part of a split has at least one sample, found " + count + " and "
                    + (size - count) + " of " + size + "; choose another share than " + share);
        }
        return count;
    }

    private static boolean[] drawn(Dataset dataset, double share, long seed) {
        int count = trainingCount(dataset.size(), share);
        int[][] members = members(dataset);
        int[] quotas = quotas(members, count, dataset.size());
        CounterRandom random = CounterRandom.seeded(seed);
        boolean[] isTraining = new boolean[dataset.size()];
        for (int label = 0; label < members.length; label++) {
            int[] order = random.permutation(RandomStream.SPLIT, label, members[label].length);
            for (int i = 0; i < quotas[label]; i++) {
                isTraining[members[label][order[i]]] = true;
            }
        }
        return isTraining;
    }

    /** The samples of each class. */
    private static int[][] members(Dataset dataset) {
        int[] sizes = new int[dataset.labels().size()];
        for (int i = 0; i < dataset.size(); i++) {
            sizes[dataset.label(i)]++;
        }
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, label -> new int[sizes[label]]);
        int[] filled = new int[sizes.length];
        for (int i = 0; i < dataset.size(); i++) {
            int label = dataset.label(i);
            members[label][filled[label]++] = i;
        }
        return members;
    }

    /**
     * How many of each class: the whole part of its fair share; what is left goes to the largest remainders, the first
     * class first among equals. The fractions are exact, in units of {@code 1 / size}.
     */
    private static int[] quotas(int[][] members, int count, int size) {
        int[] quotas = new int[members.length];
        int left = count;
        for (int label = 0; label < members.length; label++) {
            quotas[label] = (int) ((long) members[label].length * count / size);
            left -= quotas[label];
        }
        IntStream.range(0, members.length)
                .boxed()
                .sorted((a, b) ->
                        Long.compare((long) members[b].length * count % size, (long) members[a].length * count % size))
                .limit(left)
                .forEach(label -> quotas[label]++);
        return quotas;
    }

    private static int[] indices(boolean[] isTraining, boolean wanted) {
        return IntStream.range(0, isTraining.length)
                .filter(i -> isTraining[i] == wanted)
                .toArray();
    }
}
