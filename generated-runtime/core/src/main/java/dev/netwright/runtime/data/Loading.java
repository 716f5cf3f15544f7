package dev.netwright.runtime.data;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How a {@link BatchLoader} reads a dataset. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * BatchLoader.open(images, Loading.forTraining(64, seed).workers(2))
 * }</pre>
 */
public final class Loading {
    private static final int MOST_WORKERS_BY_DEFAULT = 4;

    private final int batch;
    private final BatchLoader.Tail tail;
    private final boolean isShuffled;
    private final Sampling sampling;
    private final OptionalLong seed;
    private final int workers;

    private Loading(
            int batch, BatchLoader.Tail tail, boolean isShuffled, Sampling sampling, OptionalLong seed, int workers) {
        this.batch = batch;
        this.tail = tail;
        this.isShuffled = isShuffled;
        this.sampling = sampling;
        this.seed = seed;
        this.workers = workers;
    }

    /**
     * For training: each epoch has a different order, {@code
     * CounterRandom.seeded(seed).permutation(RandomStream.SHUFFLE, epoch, size)}, and each sample is read with the draw
     * of the seed, epoch and index.
     *
     * @param batch samples in a batch, at least 1
     * @param seed seed of the order and of augmentation
     * @return options with the default number of threads
     * @throws IllegalArgumentException if {@code batch} is out of range
     */
    public static Loading forTraining(int batch, long seed) {
        return new Loading(
                atLeastOne("sample in a batch", batch),
                BatchLoader.Tail.KEEP,
                true,
                Sampling.EVERY_IMAGE,
                OptionalLong.of(seed),
                defaultWorkers());
    }

    /**
     * For evaluation: in the dataset's order and without draws.
     *
     * @param batch samples in a batch, at least 1
     * @return options with the default number of threads
     * @throws IllegalArgumentException if {@code batch} is out of range
     */
    public static Loading forEvaluation(int batch) {
        return new Loading(
                atLeastOne("sample in a batch", batch),
                BatchLoader.Tail.KEEP,
                false,
                Sampling.EVERY_IMAGE,
                OptionalLong.empty(),
                defaultWorkers());
    }

    /**
     * Reads every epoch in the dataset's order.
     *
     * @return a changed copy
     */
    public Loading inOrder() {
        return new Loading(batch, tail, false, Sampling.EVERY_IMAGE, seed, workers);
    }

    /**
     * Sets how often an epoch has each sample; once by default. Other samplings need a random order.
     *
     * @param how every sample once, or as many of each class
     * @return a changed copy
     * @throws IllegalStateException if the order isn't random
     */
    public Loading sampling(Sampling how) {
        if (how != Sampling.EVERY_IMAGE && !(isShuffled && seed.isPresent())) {
            throw new IllegalStateException("classes are balanced in training alone; begin with Loading.forTraining");
        }
        return new Loading(batch, tail, isShuffled, how, seed, workers);
    }

    /**
     * Sets whether an epoch's last batch is used if it is smaller than the others; it is by default.
     *
     * @param what keep or drop
     * @return a changed copy
     */
    public Loading tail(BatchLoader.Tail what) {
        return new Loading(batch, what, isShuffled, sampling, seed, workers);
    }

    /**
     * Sets the number of threads that read samples; the result doesn't depend on it. The default is half the number of
     * processors, from 1 to 4, because the other processors compute.
     *
     * @param threads number of threads, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if {@code threads} is out of range
     */
    public Loading workers(int threads) {
        return new Loading(batch, tail, isShuffled, sampling, seed, atLeastOne("thread that reads", threads));
    }

    /** {@return the default number of {@link #workers} on this machine} */
    public static int defaultWorkers() {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        return Math.max(1, Math.min(MOST_WORKERS_BY_DEFAULT, half));
    }

    /** {@return the number of samples in a batch} */
    public int batch() {
        return batch;
    }

    /** {@return whether an epoch's last batch is used if it is smaller than the others} */
    public BatchLoader.Tail tail() {
        return tail;
    }

    /** {@return the seed of the samples' draws; empty if there are none} */
    public OptionalLong seed() {
        return seed;
    }

    /** {@return the number of threads that read samples} */
    public int workers() {
        return workers;
    }

    /** The number of batches in an epoch over this many samples. */
    int batches(int size) {
        boolean hasTail = tail == BatchLoader.Tail.KEEP && size % batch != 0;
        return size / batch + (hasTail ? 1 : 0);
    }

    /** The orders of epochs over a dataset. */
    IntFunction<EpochOrder> orders(Dataset dataset) {
        int size = dataset.size();
        if (!isShuffled || seed.isEmpty()) {
            return epoch -> EpochOrder.sequential(size);
        }
        CounterRandom random = CounterRandom.seeded(seed.getAsLong());
        if (sampling == Sampling.BALANCED) {
            int[] labels = IntStream.range(0, size).map(dataset::label).toArray();
            return new BalancedOrder(random, labels)::of;
        }
        return epoch -> EpochOrder.of(random.permutation(RandomStream.SHUFFLE, epoch, size));
    }

    private static int atLeastOne(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("There must be at least one " + what + ", found " + count);
        }
        return count;
    }
}
