package dev.netwright.runtime.data;

import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a dataset into batches, which a second thread reads ahead of the caller.
 *
 * <pre>{@code
 * try (BatchLoader loader = BatchLoader.shuffled(dataset, 64, seed)) {
 *     for (int epoch = 0; epoch < epochs; epoch++) {
 *         for (Batch batch : loader.epoch(epoch)) {
 *             step(batch.images(), batch.labels(), batch.size());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The order of an epoch depends on the seed, the number of the epoch and the size of the dataset alone. The loader
 * has three batches, one with the caller, one ready and one being filled; they are allocated once. A batch is valid
 * until the next is asked for, another epoch begins or the loader is closed. One thread iterates; any may close.
 */
public final class BatchLoader implements AutoCloseable {
    /** Batches that a loader keeps: one with the caller, one ready, one being filled. An epoch of fewer needs no more. */
    public static final int RING_SIZE = 3;

    private final Dataset dataset;
    private final int batchSize;
    private final int batches;
    private final IntFunction<int[]> orderOfEpoch;
    private final Batch[] ring;
    private @Nullable EpochReader current;
    private boolean closed;

    /** What becomes of the last batch of an epoch if fewer samples are left than a batch has. */
    public enum Tail {
        /** It is delivered, smaller than the others. */
        KEEP,
        /** Its samples are left out of the epoch. */
        DROP
    }

    private BatchLoader(Dataset dataset, int batchSize, Tail tail, IntFunction<int[]> orderOfEpoch) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least one sample, found a batch size of " + batchSize);
        }
        int size = dataset.size();
        this.dataset = dataset;
        this.batchSize = batchSize;
        this.orderOfEpoch = orderOfEpoch;
        batches = size / batchSize + (tail == Tail.KEEP && size % batchSize != 0 ? 1 : 0);
        if (batches == 0) {
            throw new IllegalArgumentException("A dataset of " + size + " samples has no full batch of " + batchSize
                    + "; choose a smaller batch or Tail.KEEP");
        }
        ring = new Batch[Math.min(RING_SIZE, batches)];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Batch(Math.min(batchSize, size), dataset.format().values());
        }
    }

    /** Batches in an order drawn anew for each epoch; a smaller last batch is kept. */
    public static BatchLoader shuffled(Dataset dataset, int batchSize, long seed) {
        return shuffled(dataset, batchSize, seed, Tail.KEEP);
    }

    /**
     * Batches in an order drawn anew for each epoch: {@code CounterRandom.seeded(seed).permutation(RandomStream.SHUFFLE,
     * epoch, dataset.size())}.
     *
     * @param batchSize samples in a batch, at least 1
     * @throws IllegalArgumentException if there would be no batch
     */
    public static BatchLoader shuffled(Dataset dataset, int batchSize, long seed, Tail tail) {
        CounterRandom random = CounterRandom.seeded(seed);
        int size = dataset.size();
        return new BatchLoader(
                dataset, batchSize, tail, epoch -> random.permutation(RandomStream.SHUFFLE, epoch, size));
    }

    /** Batches in the dataset's own order; a smaller last batch is kept. */
    public static BatchLoader sequential(Dataset dataset, int batchSize) {
        return sequential(dataset, batchSize, Tail.KEEP);
    }

    /**
     * Batches in the dataset's own order.
     *
     * @param batchSize samples in a batch, at least 1
     * @throws IllegalArgumentException if there would be no batch
     */
    public static BatchLoader sequential(Dataset dataset, int batchSize, Tail tail) {
        int[] order = IntStream.range(0, dataset.size()).toArray();
        return new BatchLoader(dataset, batchSize, tail, epoch -> order);
    }

    /** The number of batches of an epoch, at least 1. */
    public int batches() {
        return batches;
    }

    /** The batches of an epoch; see {@link #epoch(int, int)}. */
    public Iterable<Batch> epoch(int epoch) {
        return epoch(epoch, 0);
    }

    /**
     * The batches of an epoch from one on, so that a run can go on where it stopped. Reading begins when the iterator is
     * asked for, and ends whatever epoch was being read. The iterator throws {@link DataLoadingException} in place of a
     * batch that cannot be read, and {@link IllegalStateException} once its epoch has been ended.
     *
     * @param epoch any number
     * @param firstBatch in {@code [0, batches()]}
     * @throws IndexOutOfBoundsException if there is no such batch
     */
    public Iterable<Batch> epoch(int epoch, int firstBatch) {
        if (firstBatch < 0 || firstBatch > batches) {
            throw new IndexOutOfBoundsException(
                    "An epoch has " + batches + " batches, found " + firstBatch + " as the first to read");
        }
        return () -> begin(epoch, firstBatch);
    }

    private synchronized Iterator<Batch> begin(int epoch, int firstBatch) {
        if (closed) {
            throw new IllegalStateException("This loader is closed");
        }
        stopReading();
        EpochReader reader = new EpochReader(dataset, orderOfEpoch.apply(epoch), batchSize, firstBatch, batches, ring);
        current = reader;
        reader.start();
        return reader;
    }

    /** Stops reading, within the time that one sample takes, and waits for it. */
    @Override
    public synchronized void close() {
        closed = true;
        stopReading();
    }

    private void stopReading() {
        EpochReader reader = current;
        if (reader != null) {
            reader.stop();
            current = null;
        }
    }
}
