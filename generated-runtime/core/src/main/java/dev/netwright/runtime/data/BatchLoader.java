package dev.netwright.runtime.data;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a dataset into batches, which threads of its own read ahead of the caller.
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
 * <p>What the batches of an epoch hold depends on the dataset, the size of a batch, the seed and the number of the epoch alone, and
 * never on the number of threads or on the batch with which reading began. The loader has three batches, one with the caller, and
 * the others ready or being filled; they are allocated once. A batch is valid until the next is asked for, another epoch begins or the
 * loader is closed. One thread iterates; any may close.
 */
public final class BatchLoader implements AutoCloseable {
    /** Batches that a loader keeps: one with the caller, one ready, one being filled. An epoch of fewer needs no more. */
    public static final int RING_SIZE = 3;

    private final Dataset dataset;
    private final Loading loading;
    private final int batches;
    private final Batch[] ring;
    private final AtomicLong waitedNanos = new AtomicLong();
    private @Nullable EpochReader current;
    private boolean closed;

    /** What becomes of the last batch of an epoch if fewer samples are left than a batch has. */
    public enum Tail {
        /** It is delivered, smaller than the others. */
        KEEP,
        /** Its samples are left out of the epoch. */
        DROP
    }

    private BatchLoader(Dataset dataset, Loading loading) {
        this.dataset = dataset;
        this.loading = loading;
        int size = dataset.size();
        batches = loading.batches(size);
        if (batches == 0) {
            throw new IllegalArgumentException("A dataset of " + size + " samples has no full batch of "
                    + loading.batch() + "; choose a smaller batch or Tail.KEEP");
        }
        int values = dataset.format().values();
        int pictures = Math.min(loading.batch(), size);
        if ((long) pictures * values > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A batch of " + pictures + " pictures of " + dataset.format()
                    + " is more than a Java array can hold; choose a batch of at most " + Integer.MAX_VALUE / values);
        }
        ring = new Batch[Math.min(RING_SIZE, batches)];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Batch(pictures, values);
        }
    }

    /**
     * Batches of a dataset.
     *
     * @throws IllegalArgumentException if there would be no batch
     */
    public static BatchLoader open(Dataset dataset, Loading loading) {
        return new BatchLoader(dataset, loading);
    }

    /** Batches to learn from, in an order drawn anew for each epoch; see {@link Loading#toLearn}. */
    public static BatchLoader shuffled(Dataset dataset, int batchSize, long seed) {
        return open(dataset, Loading.toLearn(batchSize, seed));
    }

    /** Batches to evaluate, in the dataset's own order; see {@link Loading#toEvaluate}. */
    public static BatchLoader sequential(Dataset dataset, int batchSize) {
        return open(dataset, Loading.toEvaluate(batchSize));
    }

    /** The number of batches of an epoch, at least 1. */
    public int batches() {
        return batches;
    }

    /**
     * For how many nanoseconds callers have waited for batches that weren't ready, since this loader was made. Reading that goes on
     * while the caller computes isn't among them.
     */
    public long waitedNanos() {
        return waitedNanos.get();
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
        EpochReader reader = new EpochReader(
                new SampleSource(dataset, loading.seed(), epoch),
                loading.order(epoch, dataset.size()),
                loading.batch(),
                firstBatch,
                batches,
                ring,
                loading.workers(),
                waitedNanos);
        current = reader;
        reader.start();
        return reader;
    }

    /** Stops reading, within the time that a sample takes, and waits for it. */
    @Override
    public synchronized void close() {
        stopReading();
        closed = true;
    }

    private void stopReading() {
        EpochReader reader = current;
        if (reader != null) {
            reader.stop();
            current = null;
        }
    }
}
