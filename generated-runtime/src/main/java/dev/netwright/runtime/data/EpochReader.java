package dev.netwright.runtime.data;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a dataset: a thread of its own fills the batches of a ring in turn, the caller takes them in turn.
 *
 * <p>The three counters only grow, {@code released <= taken <= filled <= released + ring.length}. Batch number n lies at
 * {@code ring[n % ring.length]}; the thread may fill number {@code filled} while it is below {@code released +
 * ring.length}, the caller may read number {@code taken - 1} until it asks for the next.
 */
final class EpochReader implements Iterator<Batch> {
    private final Dataset dataset;
    private final int[] order;
    private final int batchSize;
    private final int firstBatch;
    private final int count;
    private final Batch[] ring;
    private final Thread thread;

    private volatile boolean stopped;

    /** The sample that the thread is at; it alone reads and writes this. */
    private int sample = -1;

    // The rest is guarded by this.
    private int filled;
    private int taken;
    private int released;
    private @Nullable Failure failure;

    /** A reader of batches {@code firstBatch} (inclusive) to {@code endBatch} (exclusive) of an order of samples. */
    EpochReader(Dataset dataset, int[] order, int batchSize, int firstBatch, int endBatch, Batch[] ring) {
        this.dataset = dataset;
        this.order = order;
        this.batchSize = batchSize;
        this.firstBatch = firstBatch;
        this.count = endBatch - firstBatch;
        this.ring = ring;
        thread = new Thread(this::fillBatches, "netwright-batch-loader");
        thread.setDaemon(true);
    }

    /** Why the thread gave up. */
    private record Failure(String message, Throwable cause) {}

    void start() {
        thread.start();
    }

    /** Ends the thread and waits until it has ended, so that nobody writes to the ring any more. */
    void stop() {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        thread.interrupt();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean hasNext() {
        return taken < count;
    }

    @Override
    public synchronized Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The epoch has no more batches");
        }
        released = taken;
        notifyAll();
        try {
            while (!stopped && filled == taken && failure == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("Interrupted while waiting for a batch").initCause(e);
        }
        if (stopped) {
            throw new IllegalStateException("This epoch has ended: its loader was closed or began another");
        }
        Failure failed = failure;
        if (filled == taken && failed != null) {
            throw new DataLoadingException(failed.message, failed.cause);
        }
        Batch batch = ring[taken % ring.length];
        taken++;
        return batch;
    }

    private void fillBatches() {
        int number = 0;
        try {
            for (; number < count && awaitReleased(number); number++) {
                fill(ring[number % ring.length], firstBatch + number);
                publish();
            }
        } catch (Throwable e) { // Whatever it is belongs to the caller, who would else wait forever.
            fail(new Failure(
                    "Sample " + sample + ", of batch " + (firstBatch + number) + ", could not be read: " + e, e));
        }
    }

    /** Waits until a batch may be filled; false if the thread is to end. */
    private synchronized boolean awaitReleased(int number) {
        while (!stopped && number - released >= ring.length) {
            try {
                wait();
            } catch (InterruptedException e) {
                // If it is not stop's, a dataset has interrupted its reader, which ends nothing.
            }
        }
        return !stopped;
    }

    private void fill(Batch batch, int number) {
        batch.clear();
        int first = number * batchSize;
        int size = Math.min(batchSize, order.length - first);
        for (int i = 0; i < size && !stopped; i++) {
            sample = order[first + i];
            batch.add(dataset, sample);
        }
    }

    private synchronized void publish() {
        filled++;
        notifyAll();
    }

    private synchronized void fail(Failure reason) {
        failure = reason;
        notifyAll();
    }
}
