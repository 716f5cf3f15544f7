package dev.netwright.examples.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StepTimerTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final StepTimer timer =
            new StepTimer(nanos::get, () -> LocalDateTime.of(2026, 3, 1, 12, 0, 0, 5_000), lines::add);

    /** Takes 1, 2, 3... seconds. */
    private void step() {
        nanos.addAndGet(runs.incrementAndGet() * 1_000_000_000L);
    }

    /** The timed steps take 3 to 13 seconds: mean 8, population variance (11^2 - 1) / 12 = 10. */
    @Test
    void everyTenthStepAfterTheBurnInHasALineAndTheLastSumsUp() {
        timer.time("Forward", 2, 11, this::step);

        assertThat(runs).hasValue(13);
        assertThat(lines)
                .containsExactly(
                        "2026-03-01 12:00:00.000005:step 0,duration = 3.000",
                        "2026-03-01 12:00:00.000005:step 10,duration = 13.000",
                        "2026-03-01 12:00:00.000005: Forward across 11 steps, 8.000 +/- 3.162 sec/batch");
    }

    /** Sums of squares would leave the root of a negative number, or 0, of values so far from 0. */
    @Test
    void theDeviationOfLargeNumbersIsThatOfTheirDifferences() {
        MeanAndDeviation values = new MeanAndDeviation();
        for (int i = 0; i < 4; i++) {
            values.add(1e9 + i % 2);
        }

        assertThat(values.mean()).isEqualTo(1e9 + 0.5);
        assertThat(values.deviation()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void withoutValuesThereIsNoDeviation() {
        assertThat(new MeanAndDeviation().deviation()).isZero();
    }
}
