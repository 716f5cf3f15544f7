package dev.netwright.runtime.network;

import java.util.function.LongSupplier;

/**
 * Repeats a forward pass until it stops becoming faster. The JVM compiles code in the background, at moments that nothing announces, so a pass is
 * warm when its best time has stayed the same for a while.
 */
final class WarmUp {
    /** How long the best time has to stay the same: several times what C2 takes for the largest loops of the kernels. */
    private static final long SETTLED_NANOS = 300_000_000L;

    /** A pass that still becomes faster after this time is as warm as it gets. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private static final int SETTLED_PASSES = 2;

    /** A pass counts as faster if it takes less than this part of the best time so far; smaller gains are noise. */
    private static final double FASTER = 0.95;

    private WarmUp() {}

    /**
     * Runs the pass until its best time hasn't changed for 0.3 seconds and two passes. It begins no pass after 10 seconds, so one longer
     * pass may be all.
     *
     * @param clock nanoseconds
     */
    static void of(Runnable pass, LongSupplier clock) {
        long start = clock.getAsLong();
        long settledSince = start;
        long before = start;
        double best = Double.POSITIVE_INFINITY;
        int settled = 0;
        while (true) {
            pass.run();
            long now = clock.getAsLong();
            settled++;
            if (now - before < FASTER * best) {
                best = now - before;
                settledSince = now;
                settled = 0;
            }
            boolean isSettled = settled >= SETTLED_PASSES && now - settledSince >= SETTLED_NANOS;
            if (isSettled || now - start >= MOST_NANOS) {
                return;
            }
            before = now;
        }
    }
}
