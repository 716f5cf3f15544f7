package dev.netwright.commandline.bench;

import java.util.List;
import java.util.OptionalInt;

/**
 * How many steps warm up and how many are timed. Without numbers: at least 5 steps and 2 seconds, then at least 10 steps and
 * 4 seconds; fewer of steps that take more than a second, and 2,000 timed ones at most.
 *
 * @param warmups at least 1: the first step of a program is always one
 * @param steps at least 1
 */
public record Pace(OptionalInt warmups, OptionalInt steps) {
    private static final List<Enough> ENOUGH_WARMUPS = List.of(new Enough(5, 2), new Enough(3, 10), new Enough(2, 25));
    private static final List<Enough> ENOUGH_STEPS =
            List.of(new Enough(10, 4), new Enough(5, 12), new Enough(3, 25), new Enough(2, 45), new Enough(2000, 0));

    /** So many steps are enough once they took so many seconds. */
    private record Enough(int count, double seconds) {}

    /** Refuses numbers below 1. */
    public Pace {
        require("--warmup", warmups);
        require("--steps", steps);
    }

    private static void require(String option, OptionalInt count) {
        if (count.isPresent() && count.getAsInt() < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, found " + count.getAsInt());
        }
    }

    /** Whether the steps so far, which took so many seconds, were enough to warm up. */
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
