package dev.netwright.runtime.data;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Splits a dataset into batches, which background threads load ahead of the caller.
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
 * <p>The batches of an epoch depend only on the dataset, the batch size, the seed and the number of the epoch, not on
 * the number of threads or the batch at which reading starts. The loader allocates three batches once: one for the
 * caller, the others loaded or being loaded. A batch is valid until the next one is requested, another epoch starts or
 * the loader is closed. One thread iterates; any thread may close the loader.
 */
public final class BatchLoader implements AutoCloseable {
    /**
     * Number of batches that a loader allocates: one for the caller, one loaded, one being loaded. An epoch with fewer
     * batches needs no more than it has.
     */
    public static final int RING_SIZE = 3;

    private final Dataset dataset;
    private final Loading loading;
    private final IntFunction<EpochOrder> orders;
    private final int batches;
    private final Batch[] ring;
    private final AtomicLong waitedNanos = new AtomicLong();
    private @Nullable EpochReader current;
    private boolean closed;

    /** Whether an epoch's last batch is used if it is smaller than the others. */
    public enum Tail {
        /** The last batch is used. */
        KEEP,
        /** The last batch is dropped. */
        DROP
    }

    private BatchLoader(Dataset dataset, Loading loading) {
        this.dataset = dataset;
        this.loading = loading;
        int size = dataset.size();
        orders = loading.orders(dataset);
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
            ring[i] = new Batch(pictures, values, dataset.target().values());
        }
    }

    /**
     * Opens a loader.
     *
     * @param dataset the samples
     * @param loading batch size, order, seed and threads
     * @return the loader, to be closed by the caller
     * @throws IllegalArgumentException if the dataset has no full batch but needs one, or a batch exceeds a Java array
     */
    public static BatchLoader open(Dataset dataset, Loading loading) {
        return new BatchLoader(dataset, loading);
    }

    /**
     * Opens a loader for training, with a different order in each epoch; see {@link Loading#forTraining}.
     *
     * @param dataset the samples
     * @param batchSize samples in a batch, at least 1
     * @param seed seed of the order and of augmentation
     * @return the loader, to be closed by the caller
     */
    public static BatchLoader shuffled(Dataset dataset, int batchSize, long seed) {
        return open(dataset, Loading.forTraining(batchSize, seed));
    }

    /**
     * Opens a loader for evaluation, in the dataset's order; see {@link Loading#forEvaluation}.
     *
     * @param dataset the samples
     * @param batchSize samples in a batch, at least 1
     * @return the loader, to be closed by the caller
     */
    public static BatchLoader sequential(Dataset dataset, int batchSize) {
        return open(dataset, Loading.forEvaluation(batchSize));
    }

    /** {@return the number of batches in an epoch, at least 1} */
    public int batches() {
        return batches;
    }

    /**
     * The time that the caller has waited for batches since this loader was opened. Loading while the caller computes
     * isn't counted.
     *
     * @return time in nanoseconds
     */
    public long waitedNanos() {
        return waitedNanos.get();
    }

    /**
     * The batches of an epoch; see {@link #epoch(int, int)}.
     *
     * @param epoch any number; it determines the order
     * @return the batches, to be iterated once
     */
    public Iterable<Batch> epoch(int epoch) {
        return epoch(epoch, 0);
    }

    /**
     * The batches of an epoch from a given one on, so that a resumed run can continue within an epoch. Loading starts
     * when the iterator is requested, and ends that of any other epoch. The iterator throws {@link
     * DataLoadingException} for a batch that can't be read, and {@link IllegalStateException} once its epoch has ended.
     *
     * @param epoch any number; it determines the order
     * @param firstBatch the first batch to read, in {@code [0, batches()]}
     * @return the batches, to be iterated once
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
                orders.apply(epoch),
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

    /** Stops loading. Waits for the samples that are being read. */
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
