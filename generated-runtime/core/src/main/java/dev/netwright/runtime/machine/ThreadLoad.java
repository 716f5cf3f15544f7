package dev.netwright.runtime.machine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Counts computations that run at the same time. Warns once per process if they use more threads than there are
 * processors.
 */
public final class ThreadLoad {
    private static final System.Logger LOG = System.getLogger(ThreadLoad.class.getName());
    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicBoolean HAS_WARNED = new AtomicBoolean();

    private ThreadLoad() {}

    /**
     * Runs a computation and counts it while it runs.
     *
     * @param computation the computation
     * @param <T> type of its result
     * @return the computation's result
     */
    public static <T> T during(Supplier<T> computation) {
        int running = RUNNING.incrementAndGet();
        try {
            ThreadCount.present()
                    .oversubscription(running)
                    .filter(text -> HAS_WARNED.compareAndSet(false, true))
                    .ifPresent(text -> LOG.log(System.Logger.Level.WARNING, text));
            return computation.get();
        } finally {
            RUNNING.decrementAndGet();
        }
    }
}
