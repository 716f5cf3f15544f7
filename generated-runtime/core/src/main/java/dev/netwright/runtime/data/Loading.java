package dev.netwright.runtime.data;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * How a {@link BatchLoader} reads: immutable, each method returns a changed copy.
 *
 * <pre>{@code
 * BatchLoader.open(images, Loading.toLearn(64, seed).workers(2))
 * }</pre>
 */
public final class Loading {
    private static final int MOST_WORKERS_BY_DEFAULT = 4;

    private final int batch;
    private final BatchLoader.Tail tail;
    private final boolean isShuffled;
    private final OptionalLong seed;
    private final int workers;

    private Loading(int batch, BatchLoader.Tail tail, boolean isShuffled, OptionalLong seed, int workers) {
        this.batch = batch;
        this.tail = tail;
        this.isShuffled = isShuffled;
        this.seed = seed;
        this.workers = workers;
    }

    /**
     * As a network that learns reads: in an order drawn anew for each epoch, {@code CounterRandom.seeded(seed).permutation(
     * RandomStream.SHUFFLE, epoch, size)}, and each sample with the draw of its seed, epoch and index.
     *
     * @param batch samples in a batch, at least 1
     */
    public static Loading toLearn(int batch, long seed) {
        return new Loading(
                atLeastOne("sample in a batch", batch),
                BatchLoader.Tail.KEEP,
                true,
                OptionalLong.of(seed),
                defaultWorkers());
    }

    /**
     * As a network that is evaluated reads: in the data set's order and without a draw.
     *
     * @param batch samples in a batch, at least 1
     */
    public static Loading toEvaluate(int batch) {
        return new Loading(
                atLeastOne("sample in a batch", batch),
                BatchLoader.Tail.KEEP,
                false,
                OptionalLong.empty(),
                defaultWorkers());
    }

    /** In the data set's own order in every epoch. */
    public Loading inOrder() {
        return new Loading(batch, tail, false, seed, workers);
    }

    /** What becomes of the last batch if fewer samples are left than a batch has; kept by default. */
    public Loading tail(BatchLoader.Tail what) {
        return new Loading(batch, what, isShuffled, seed, workers);
    }

    /**
     * Threads that read, at least 1. What is read doesn't depend on it. By default half as many as the machine has processors,
     * from 1 to 4: the others compute.
     */
    public Loading workers(int threads) {
        return new Loading(batch, tail, isShuffled, seed, atLeastOne("thread that reads", threads));
    }

    /** What {@link #workers} is by default on this machine. */
    public static int defaultWorkers() {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        return Math.max(1, Math.min(MOST_WORKERS_BY_DEFAULT, half));
    }

    /** Samples in a batch. */
    public int batch() {
        return batch;
    }

    /** What becomes of the last batch if fewer samples are left than a batch has. */
    public BatchLoader.Tail tail() {
        return tail;
    }

    /** Where the draws of the samples follow from; empty if there are none. */
    public OptionalLong seed() {
        return seed;
    }

    /** Threads that read. */
    public int workers() {
        return workers;
    }

    /** The batches of an epoch over so many samples. */
    int batches(int size) {
        boolean hasTail = tail == BatchLoader.Tail.KEEP && size % batch != 0;
        return size / batch + (hasTail ? 1 : 0);
    }

    /** The order of an epoch's samples. */
    int[] order(int epoch, int size) {
        return isShuffled && seed.isPresent()
                ? CounterRandom.seeded(seed.getAsLong()).permutation(RandomStream.SHUFFLE, epoch, size)
                : IntStream.range(0, size).toArray();
    }

    private static int atLeastOne(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("There is at least one " + what + ", found " + count);
        }
        return count;
    }
}
