package dev.netwright.runtime.machine;

import java.util.Map;
import java.util.Optional;

/**
 * The number of threads that kernels use, the same in the whole process. The order of sums depends on it, and so do the
 * last bits of results.
 *
 * @param threads number of threads, at least 1
 * @param processors number of processors that the process may use, by its affinity and its control group's share of CPU
 *     time
 * @param source the setting that determines the number, for messages
 */
public record ThreadCount(int threads, int processors, String source) {
    /** System property with the number of threads. */
    public static final String PROPERTY = "netwright.threads";

    private static final String VARIABLE = "OMP_NUM_THREADS";
    private static final String LIMIT = "OMP_THREAD_LIMIT";
    private static final ThreadCount PRESENT = of(
            Optional.ofNullable(System.getProperty(PROPERTY)),
            System.getenv(),
            Runtime.getRuntime().availableProcessors());

    /**
     * The number of threads of this process. It never changes, because native libraries plan with it.
     *
     * @return the number and its source
     * @throws IllegalArgumentException if {@code -Dnetwright.threads} isn't a positive number
     */
    public static ThreadCount present() {
        if (PRESENT.threads < 1) {
            throw new IllegalArgumentException("-D" + PROPERTY + " must be a whole number of at least 1, found '"
                    + System.getProperty(PROPERTY) + "'");
        }
        return PRESENT;
    }

    /**
     * {@code -Dnetwright.threads}, else {@code OMP_NUM_THREADS}, else one thread per processor; at most {@code
     * OMP_THREAD_LIMIT}, as in OpenMP. Of a list in {@code OMP_NUM_THREADS} only the first number counts, because the
     * others are for nested regions.
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

    /**
     * A warning if there are more threads than processors.
     *
     * @param computations number of computations that run at the same time, at least 1
     * @return a sentence on the effect and the fix; empty if there are enough processors
     */
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

    /** The text as a positive number; 0 if it isn't one. */
    private static int positive(String text) {
        String number = text.strip();
        return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 0;
    }
}
