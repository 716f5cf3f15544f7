package dev.netwright.onednn.winograd;

import dev.netwright.onednn.library.KernelThreads;
import dev.netwright.runtime.machine.ThreadCount;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The threads that compute what Java computes, such as the transforms of tiles, beside the thread that calls a kernel. Each has an OpenMP team of itself alone, so that the library's
 * products run where the tiles are in the cache. A thread that is busy with another session's tiles isn't waited for: the caller does its
 * share.
 */
public final class TileThreads {
    /** Turns of a loop that waits before it gives its processor away: some microseconds. */
    private static final int SPINS = 1 << 10;

    private static final long PAUSE_NANOSECONDS = 20_000;

    /** A thread without work ends after so long. */
    private static final long IDLE_NANOSECONDS = 5_000_000_000L;

    private static final List<Companion> OTHERS = IntStream.range(
                    1, ThreadCount.present().threads())
            .mapToObj(Companion::new)
            .toList();

    private TileThreads() {}

    /** How many threads share a kernel's tiles, the caller among them. */
    public static int count() {
        return ThreadCount.present().threads();
    }

    /** One thread's part of a kernel, which is run again in every step. */
    public static final class Share {
        private static final int IDLE = 0;
        private static final int OFFERED = 1;
        private static final int RUNNING = 2;
        private static final int DONE = 3;

        private final Runnable work;
        private final AtomicInteger state = new AtomicInteger(IDLE);
        private @Nullable Throwable fault;

        /** The work of one thread in one step. */
        public Share(Runnable work) {
            this.work = work;
        }

        private void run() {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                fault = e;
            }
        }

        /** Takes it back, or waits until the thread that has begun it is done. */
        private void end() {
            if (state.compareAndSet(OFFERED, IDLE)) {
                return;
            }
            for (int spins = 0; state.get() == RUNNING; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(PAUSE_NANOSECONDS);
                }
            }
            state.set(IDLE);
        }

        private void throwFault() {
            Throwable thrown = fault;
            fault = null;
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
        }
    }

    /**
     * Runs shares, the first in this thread. They take blocks of tiles from a common counter, so that what one doesn't begin the others do.
     *
     * @param shares at most {@link #count}
     */
    public static void run(List<Share> shares) {
        int others = Math.min(shares.size() - 1, OTHERS.size());
        for (int i = 0; i < others; i++) {
            OTHERS.get(i).offer(shares.get(i + 1));
        }
        KernelThreads.leaveTeam();
        try {
            shares.get(0).run();
        } finally {
            KernelThreads.joinTeam();
        }
        for (int i = 0; i < others; i++) {
            OTHERS.get(i).take(shares.get(i + 1));
        }
        for (int i = 0; i <= others; i++) {
            shares.get(i).throwFault();
        }
    }

    /** A thread that is there while there is work, so that a program that ends or is unloaded doesn't leave it behind. */
    private static final class Companion implements Runnable {
        private final String name;
        private final AtomicReference<@Nullable Share> offered = new AtomicReference<>();
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

        Companion(int number) {
            name = "netwright-tiles-" + number;
        }

        /** Offers a share; nothing happens if another caller's is there. */
        void offer(Share share) {
            share.state.set(Share.OFFERED);
            if (!offered.compareAndSet(null, share)) {
                share.state.set(Share.IDLE);
                return;
            }
            Thread present = thread.get();
            if (present == null) {
                start();
            } else {
                LockSupport.unpark(present);
            }
        }

        private void start() {
            Thread fresh = new Thread(this, name);
            fresh.setDaemon(true);
            if (thread.compareAndSet(null, fresh)) {
                fresh.start();
            }
        }

        /** Ends an offer. */
        void take(Share share) {
            share.end();
            offered.compareAndSet(share, null);
        }

        @Override
        public void run() {
            KernelThreads.leaveTeam();
            int spins = 0;
            boolean isIdle = false;
            while (!isIdle) {
                Share share = offered.get();
                if (share != null && share.state.compareAndSet(Share.OFFERED, Share.RUNNING)) {
                    share.run();
                    offered.set(null);
                    share.state.set(Share.DONE);
                    spins = 0;
                } else if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    isIdle = waitsInVain();
                    spins = 0;
                }
            }
            thread.set(null);
            if (offered.get() != null) {
                // Whoever offered it still found this thread.
                start();
            }
        }

        /** Waits for an offer, and returns whether there was none for long, or whoever ends the program interrupted this thread. */
        private boolean waitsInVain() {
            long start = System.nanoTime();
            LockSupport.parkNanos(this, IDLE_NANOSECONDS);
            return Thread.interrupted() || System.nanoTime() - start >= IDLE_NANOSECONDS;
        }
    }
}
