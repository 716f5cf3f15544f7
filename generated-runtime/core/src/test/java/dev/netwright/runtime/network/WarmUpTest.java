package dev.netwright.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a warm-up ends, by a clock of its own: passes take what the test says. */
class WarmUpTest {
    private static final long MILLISECOND = 1_000_000L;

    private long now;
    private int passes;

    private void warmUp(IntToLongFunction milliseconds) {
        WarmUp.of(
                () -> {
                    passes++;
                    now += milliseconds.applyAsLong(passes) * MILLISECOND;
                },
                () -> now);
    }

    @ParameterizedTest
    @CsvSource({"1, 301", "10, 31", "100, 4", "1000, 3", "20000, 1"})
    void passesOfTheSameTimeAreRepeatedForAWhileAfterTheFirst(long milliseconds, int expected) {
        warmUp(pass -> milliseconds);
        assertThat(passes).isEqualTo(expected);
    }

    @Test
    void aPassThatBecomesFasterStartsTheWaitAgain() {
        warmUp(pass -> pass < 29 ? 10 : 5);
        assertThat(passes).isEqualTo(28 + 1 + 60);
    }

    @Test
    void smallGainsAndSlowerPassesDoNotProlongIt() {
        warmUp(pass -> pass == 1 ? 100 : pass == 2 ? 96 : 150);
        assertThat(passes).isEqualTo(4);
    }

    @Test
    void passesThatBecomeFasterForeverEndAfterTenSeconds() {
        warmUp(pass -> Math.round(2000 * Math.pow(0.9, pass)));
        assertThat(now / MILLISECOND).isBetween(10_000L, 12_000L);
    }
}
