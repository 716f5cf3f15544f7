package dev.netwright.commandline.timing;

import java.util.Arrays;

/** A list of durations. Not thread-safe. */
public final class Durations {
    private static final int ROOM_AT_FIRST = 64;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private long[] nanos = new long[ROOM_AT_FIRST];
    private int count;

    /**
     * Adds a duration.
     *
     * @param duration duration in nanoseconds
     */
    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = duration;
        count++;
    }

    /** Removes all durations. */
    public void clear() {
        count = 0;
    }

    /** {@return the number of durations} */
    public int count() {
        return count;
    }

    /** {@return the median in ms; 0 without durations} */
    public double medianMillis() {
        if (count == 0) {
            return 0;
        }
        long[] sorted = sorted();
        return (sorted[(count - 1) / 2] / 2.0 + sorted[count / 2] / 2.0) / NANOS_PER_MILLISECOND;
    }

    /** {@return the duration at index {@code floor(0.9 (count - 1))} in ascending order, in ms; 0 without durations} */
    public double ninthDecileMillis() {
        return count == 0 ? 0 : sorted()[(int) (0.9 * (count - 1))] / NANOS_PER_MILLISECOND;
    }

    /** {@return the shortest duration in ms; 0 without durations} */
    public double leastMillis() {
        return count == 0 ? 0 : sorted()[0] / NANOS_PER_MILLISECOND;
    }

    /** {@return the longest duration in ms; 0 without durations} */
    public double mostMillis() {
        return count == 0 ? 0 : sorted()[count - 1] / NANOS_PER_MILLISECOND;
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
