package dev.netwright.commandline.timing;

import java.util.Arrays;

/** How long something took each time. One thread at a time. */
public final class Durations {
    private static final int ROOM_AT_FIRST = 64;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private long[] nanos = new long[ROOM_AT_FIRST];
    private int count;

    /** Adds one of them. */
    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = duration;
        count++;
    }

    /** Forgets all of them. */
    public void clear() {
        count = 0;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Half of them are shorter; 0 if there are none. */
    public double medianMillis() {
        if (count == 0) {
            return 0;
        }
        long[] sorted = sorted();
        return (sorted[(count - 1) / 2] / 2.0 + sorted[count / 2] / 2.0) / NANOS_PER_MILLISECOND;
    }

    /** Nine of ten are shorter: the one at place {@code floor(0.9 (count - 1))}; 0 if there are none. */
    public double ninthDecileMillis() {
        return count == 0 ? 0 : sorted()[(int) (0.9 * (count - 1))] / NANOS_PER_MILLISECOND;
    }

    /** The shortest; 0 if there are none. */
    public double leastMillis() {
        return count == 0 ? 0 : sorted()[0] / NANOS_PER_MILLISECOND;
    }

    /** The longest; 0 if there are none. */
    public double mostMillis() {
        return count == 0 ? 0 : sorted()[count - 1] / NANOS_PER_MILLISECOND;
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
