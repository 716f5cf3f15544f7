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
 * The threads that transform tiles beside the thread that calls a kernel. Each has an OpenMP team of itself alone, so that the library's
 * products run where the tiles are in the cache. A thread that is busy with another session's tiles isn't waited for: the caller does its
 * share.
 */
public final class TileThreads {
    /** Turns of a loop that waits before it gives its processor away: some microseconds. */
    private static final int SPINS = 1 << 10;

    private static final long PAUSE_NANOSECONDS = 20_000;

    private static final List<TileThread> OTHERS = IntStream.range(
                    1, ThreadCount.present().threads())
            .mapToObj(TileThread::new)
            .toList();

    static {
        OTHERS.forEach(Thread::start);
    }

    private TileThreads() {}

    /** How many threads share a kernel's tiles, the caller among them. */
    public static int count() {
        return OTHERS.size() + 1;
    }

    /** One thread's part of a kernel, which is run again in every step. */
    static final class Share {
        private static final int IDLE = 0;
        private static final int OFFERED = 1;
        private static final int RUNNING = 2;
        private static final int DONE = 3;

        private final Runnable work;
        private final AtomicInteger state = new AtomicInteger(IDLE);
        private @Nullable Throwable fault;

        Share(Runnable work) {
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
    static void run(List<Share> shares) {
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

    /** A thread that lives as long as the program. */
    private static final class TileThread extends Thread {
        private final AtomicReference<@Nullable Share> offered = new AtomicReference<>();

        TileThread(int number) {
            super("netwright-tiles-" + number);
            setDaemon(true);
        }

        /** Offers a share; nothing happens if another caller's is there. */
        void offer(Share share) {
            share.state.set(Share.OFFERED);
            if (offered.compareAndSet(null, share)) {
                LockSupport.unpark(this);
            } else {
                share.state.set(Share.IDLE);
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
            while (true) {
                Share share = offered.get();
                if (share != null && share.state.compareAndSet(Share.OFFERED, Share.RUNNING)) {
                    share.run();
                    offered.set(null);
                    share.state.set(Share.DONE);
                    spins = 0;
                } else if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                    spins = 0;
                }
            }
        }
    }
}
