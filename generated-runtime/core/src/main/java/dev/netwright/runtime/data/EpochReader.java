package dev.netwright.runtime.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a dataset: background threads fill the batches of a ring, and the caller takes them in order.
 *
 * <p>A position is a sample's place in the epoch, from 0 at the first sample of the first batch. Threads claim runs of
 * positions in ascending order; a run lies within one batch. Batch n lies at {@code ring[n % ring.length]}. It may be
 * claimed while n is below {@code released + ring.length}, and the caller may read batch {@code taken - 1} until it
 * requests the next. A sample's place and content depend only on its position, not on the thread that reads it.
 *
 * <p>If a sample can't be read, no batch after it is claimed, but the rest of its batch is still read. The caller
 * therefore gets an exception for the same sample whatever the number of threads.
 */
final class EpochReader implements Iterator<Batch> {
    /**
     * Runs are shorter if a batch would otherwise be shared unevenly. Longer ones would only save locking, which is
     * cheap.
     */
    private static final int LONGEST_RUN = 16;

    private static final int RUNS_OF_A_THREAD = 4;

    private final SampleSource source;
    private final EpochOrder order;
    private final int batchSize;
    private final int firstBatch;
    private final int count;
    private final Batch[] ring;
    private final int runLength;
    private final Thread[] threads;
    private final AtomicLong waitedNanos;

    private volatile boolean stopped;

    // The rest is guarded by this.
    private final int[] missing;
    private int claimed;
    private int taken;
    private int released;
    private @Nullable Failure failure;

    /**
     * A reader of batches {@code firstBatch} (inclusive) to {@code endBatch} (exclusive).
     *
     * @param workers number of threads
     * @param waitedNanos counter to which the caller's waiting time is added
     */
    EpochReader(
            SampleSource source,
            EpochOrder order,
            int batchSize,
            int firstBatch,
            int endBatch,
            Batch[] ring,
            int workers,
            AtomicLong waitedNanos) {
        this.source = source;
        this.order = order;
        this.batchSize = batchSize;
        this.firstBatch = firstBatch;
        this.count = endBatch - firstBatch;
        this.ring = ring;
        this.waitedNanos = waitedNanos;
        runLength = Math.max(1, Math.min(LONGEST_RUN, batchSize / (RUNS_OF_A_THREAD * workers)));
        missing = new int[ring.length];
        for (int number = 0; number < Math.min(ring.length, count); number++) {
            prepare(number);
        }
        threads = IntStream.rangeClosed(1, workers)
                .mapToObj(worker -> new Thread(this::readSamples, "netwright-batch-loader-" + worker))
                .toArray(Thread[]::new);
        for (Thread thread : threads) {
            thread.setDaemon(true);
        }
    }

    /** The failure to read a sample. */
    private record Failure(int position, String where, Throwable reason) {}

    /** Consecutive positions, the end exclusive; an empty run ends its thread. */
    private record Run(int from, int to) {
        static final Run NONE = new Run(0, 0);
    }

    void start() {
        try {
            for (Thread thread : threads) {
                thread.start();
            }
        } catch (Throwable e) { // A thread may fail to start.
            stop();
            throw e;
        }
    }

    /**
     * Stops the threads and waits until they have ended, so that nothing writes to the ring any more.
     *
     * @throws IllegalStateException if called on one of them, which would wait for itself
     */
    void stop() {
        if (List.of(threads).contains(Thread.currentThread())) {
            throw new IllegalStateException(
                    "a dataset can't close the loader that reads it or start another epoch of it;"
                            + " do so on the thread that takes the batches");
        }
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        for (Thread thread : threads) {
            thread.interrupt();
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
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
        release();
        awaitBatch();
        if (stopped) {
            throw new IllegalStateException("This epoch has ended: its loader was closed or began another");
        }
        Failure failed = failure;
        if (failed != null && number(failed.position) == taken) {
            throw new DataLoadingException(failed.where, failed.reason);
        }
        Batch batch = ring[taken % ring.length];
        taken++;
        return batch;
    }

    private synchronized void release() {
        for (; released < taken; released++) {
            if (released + ring.length < count) {
                prepare(released + ring.length);
            }
        }
        notifyAll();
    }

    private synchronized void awaitBatch() {
        if (stopped || missing[taken % ring.length] == 0) {
            return;
        }
        long begin = System.nanoTime();
        try {
            while (!stopped && missing[taken % ring.length] > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("Interrupted while waiting for a batch").initCause(e);
        } finally {
            waitedNanos.addAndGet(System.nanoTime() - begin);
        }
    }

    private synchronized void prepare(int number) {
        int size = end(number) - number * batchSize;
        missing[number % ring.length] = size;
        ring[number % ring.length].resize(size);
    }

    private int number(int position) {
        return position / batchSize;
    }

    /** The position after a batch's last. */
    private int end(int number) {
        return (int) Math.min((number + 1L) * batchSize, order.size() - firstBatch * batchSize);
    }

    private void readSamples() {
        for (Run run = claim(); run.from < run.to; run = claim()) {
            for (int position = run.from; position < run.to && !stopped; position++) {
                read(position);
            }
            finish(run);
        }
    }

    private void read(int position) {
        int place = firstBatch * batchSize + position;
        int sample = order.sample(place);
        int number = number(position);
        try {
            ring[number % ring.length].read(position - number * batchSize, source, sample, order.repeat(place));
        } catch (Throwable e) { // Any failure goes to the caller, who would otherwise wait forever.
            fail(new Failure(position, "Sample " + sample + ", of batch " + (firstBatch + number) + ",", e));
        }
    }

    /** Waits for a run to read. */
    private synchronized Run claim() {
        while (!stopped && hasUnclaimed()) {
            int number = number(claimed);
            if (number - released < ring.length) {
                Run run = new Run(claimed, Math.min(claimed + runLength, end(number)));
                claimed = run.to;
                return run;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                // Unless stop() interrupted it, a dataset has interrupted its own reader, which changes nothing.
            }
        }
        return Run.NONE;
    }

    private boolean hasUnclaimed() {
        Failure failed = failure;
        return claimed < end(failed == null ? count - 1 : number(failed.position));
    }

    private synchronized void finish(Run run) {
        int place = number(run.from) % ring.length;
        missing[place] -= run.to - run.from;
        if (missing[place] == 0) {
            notifyAll();
        }
    }

    private synchronized void fail(Failure reason) {
        Failure first = failure;
        if (first == null || reason.position < first.position) {
            failure = reason;
        }
    }
}
