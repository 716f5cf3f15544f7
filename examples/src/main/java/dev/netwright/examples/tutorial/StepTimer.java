package dev.netwright.examples.tutorial;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Times steps as the TensorFlow benchmark of VGG-16 does, in seconds: a line for every tenth step after the burn-in, and at the
 * end the mean and the deviation.
 *
 * <pre>
 * 2026-03-01 12:00:00.000000:step 0,duration = 1.234
 * 2026-03-01 12:02:03.000000: Forward across 100 steps, 1.234 +/- 0.005 sec/batch
 * </pre>
 *
 * @param nanoTime what steps are timed with
 * @param clock what is printed in front of a line
 */
record StepTimer(LongSupplier nanoTime, Supplier<LocalDateTime> clock, Consumer<String> out) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final int STEPS_BETWEEN_LINES = 10;
    private static final double NANOS = 1e9;

    /** A timer that prints on the standard output. */
    static StepTimer standard() {
        return new StepTimer(System::nanoTime, LocalDateTime::now, System.out::println);
    }

    /**
     * Runs a step again and again.
     *
     * @param label what the last line calls it
     * @param burnIn steps that aren't timed, at least 0
     * @param steps that are timed, at least 1
     */
    void time(String label, int burnIn, int steps, Runnable step) {
        for (int i = 0; i < burnIn; i++) {
            step.run();
        }
        MeanAndDeviation seconds = new MeanAndDeviation();
        for (int i = 0; i < steps; i++) {
            long begin = nanoTime.getAsLong();
            step.run();
            double duration = (nanoTime.getAsLong() - begin) / NANOS;
            seconds.add(duration);
            if (i % STEPS_BETWEEN_LINES == 0) {
                out.accept(String.format(Locale.ROOT, "%s:step %d,duration = %.3f", now(), i, duration));
            }
        }
        out.accept(String.format(
                Locale.ROOT,
                "%s: %s across %d steps, %.3f +/- %.3f sec/batch",
                now(),
                label,
                steps,
                seconds.mean(),
                seconds.deviation()));
    }

    private String now() {
        return TIME.format(clock.get());
    }
}
