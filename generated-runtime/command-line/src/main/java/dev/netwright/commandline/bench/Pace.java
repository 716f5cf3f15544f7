package dev.netwright.commandline.bench;

import java.util.List;
import java.util.OptionalInt;

/**
 * Numbers of warm-up steps and timed steps. The default is at least 5 warm-up steps and 2 seconds, then at least 10
 * timed steps and 4 seconds; fewer if a step takes more than a second, and at most 2,000 timed steps.
 *
 * @param warmups number of warm-up steps, at least 1, because a program's first step is always one; empty for the
 *     default
 * @param steps number of timed steps, at least 1; empty for the default
 */
public record Pace(OptionalInt warmups, OptionalInt steps) {
    private static final List<Enough> ENOUGH_WARMUPS = List.of(new Enough(5, 2), new Enough(3, 10), new Enough(2, 25));
    private static final List<Enough> ENOUGH_STEPS =
            List.of(new Enough(10, 4), new Enough(5, 12), new Enough(3, 25), new Enough(2, 45), new Enough(2000, 0));

    /** This number of steps is enough if they took this time. */
    private record Enough(int count, double seconds) {}

    /**
     * Checks the numbers.
     *
     * @param warmups number of warm-up steps, at least 1, because a program's first step is always one; empty for the
     *     default
     * @param steps number of timed steps, at least 1; empty for the default
     * @throws IllegalArgumentException if a number is below 1
     */
    public Pace {
        require("--warmup", warmups);
        require("--steps", steps);
    }

    private static void require(String option, OptionalInt count) {
        if (count.isPresent() && count.getAsInt() < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, found " + count.getAsInt());
        }
    }

    /** Whether the steps so far were enough to warm up, given their time. */
    boolean isWarm(int count, double seconds) {
        return isEnough(warmups, ENOUGH_WARMUPS, count, seconds);
    }

    /** Whether the timed steps so far are enough. */
    boolean isDone(int count, double seconds) {
        return isEnough(steps, ENOUGH_STEPS, count, seconds);
    }

    private static boolean isEnough(OptionalInt wanted, List<Enough> rules, int count, double seconds) {
        return wanted.isPresent()
                ? count >= wanted.getAsInt()
                : rules.stream().anyMatch(rule -> count >= rule.count() && seconds >= rule.seconds());
    }
}
