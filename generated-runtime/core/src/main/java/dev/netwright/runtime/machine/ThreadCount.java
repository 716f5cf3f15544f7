package dev.netwright.runtime.machine;

import java.util.Map;
import java.util.Optional;

/**
 * How many threads kernels use: one number for the whole process, whichever thread loads a native library or calls it. The order of a sum
 * follows it, and so do the last bits of results.
 *
 * @param threads at least 1
 * @param processors that the process may use: its affinity and its control group's share of CPU time count
 * @param source what says so, as messages name it
 */
public record ThreadCount(int threads, int processors, String source) {
    /** Sets the number. */
    public static final String PROPERTY = "netwright.threads";

    private static final String VARIABLE = "OMP_NUM_THREADS";
    private static final String LIMIT = "OMP_THREAD_LIMIT";
    private static final ThreadCount PRESENT = of(
            Optional.ofNullable(System.getProperty(PROPERTY)),
            System.getenv(),
            Runtime.getRuntime().availableProcessors());

    /**
     * This process's, which never changes: native libraries plan with it.
     *
     * @throws IllegalArgumentException if {@code -Dnetwright.threads} isn't a positive number
     */
    public static ThreadCount present() {
        if (PRESENT.threads < 1) {
            throw new IllegalArgumentException("-D" + PROPERTY + " must be a whole number from 1 on, found '"
                    + System.getProperty(PROPERTY) + "'");
        }
        return PRESENT;
    }

    /**
     * {@code -Dnetwright.threads}, else {@code OMP_NUM_THREADS}, of which only the first number counts outside of nested regions, else one for
     * each processor; {@code OMP_THREAD_LIMIT} at most, as OpenMP has it.
     */
    static ThreadCount of(Optional<String> property, Map<String, String> environment, int processors) {
        if (property.isPresent()) {
            return new ThreadCount(positive(property.get()), processors, "-D" + PROPERTY);
        }
        int asked = positive(environment.getOrDefault(VARIABLE, "").split(",", 2)[0]);
        int threads = asked > 0 ? asked : processors;
        int limit = positive(environment.getOrDefault(LIMIT, ""));
        if (limit > 0 && limit < threads) {
            return new ThreadCount(limit, processors, LIMIT);
        }
        return new ThreadCount(threads, processors, asked > 0 ? VARIABLE : "the processors");
    }

    /** Whether there are more threads than processors; a sentence on what that does. */
    public Optional<String> oversubscription(int computations) {
        if ((long) threads * computations <= processors) {
            return Optional.empty();
        }
        String what = computations == 1
                ? source + " asks for " + threads + " threads"
                : computations + " computations run at the same time with " + threads
                        + (threads == 1 ? " thread each" : " threads each");
        return Optional.of(what + " on " + processors + (processors == 1 ? " processor" : " processors")
                + ": OpenMP's threads wait for each other by spinning, which slows all of them down out of proportion; set -D"
                + PROPERTY + " or " + VARIABLE + " to " + Math.max(1, processors / computations)
                + (computations > processors ? ", and compute fewer things at once" : ""));
    }

    /** A positive number, or else 0. */
    private static int positive(String text) {
        String number = text.strip();
        return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 0;
    }
}
