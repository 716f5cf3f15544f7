package dev.netwright.runtime.engine.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A loop over pieces of long vectors on several threads. A piece is copied to the heap, changed there and copied back:
 * it stays in the processor's cache meanwhile, so memory is read and written once, and loops over arrays become vector
 * instructions. A run allocates nothing that grows with the vectors.
 */
final class PieceLoop {
    /** Floats of a piece: pieces of five vectors fit into a core's own cache. */
    static final int PIECE = 4096;

    /** With fewer pieces, waking a second thread takes longer than it saves. */
    private static final int PIECES_WORTH_A_THREAD = 16;

    /** The floats of the longest piece of vectors of this length. */
    static int longestPiece(long length) {
        return (int) Math.min(PIECE, length);
    }

    private final long length;
    private final AtomicLong next = new AtomicLong();
    private final Share own;
    private final List<ForkJoinTask<?>> others = new ArrayList<>();

    /** What one thread does; it has arrays of its own. */
    interface Work {
        /** Changes {@code count} values from {@code first} on, independently of all others. */
        void change(long first, int count);
    }

    /**
     * A loop over vectors.
     *
     * @param length floats of a vector
     * @param threads the most threads
     * @param work makes the work of each thread
     */
    PieceLoop(long length, int threads, Supplier<Work> work) {
        this.length = length;
        own = new Share(work.get());
        for (long helping = Math.min(threads, length / PIECE / PIECES_WORTH_A_THREAD); helping > 1; helping--) {
            others.add(ForkJoinTask.adapt(new Share(work.get())));
        }
    }

    void run() {
        next.set(0);
        for (ForkJoinTask<?> other : others) {
            other.reinitialize();
            other.fork();
        }
        own.run();
        for (ForkJoinTask<?> other : others) {
            other.join();
        }
    }

    /** Takes pieces until none is left. */
    private final class Share implements Runnable {
        private final Work work;

        Share(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            for (long first = take(); first < length; first = take()) {
                work.change(first, (int) Math.min(PIECE, length - first));
            }
        }

        private long take() {
            return next.getAndAdd(PIECE);
        }
    }
}
