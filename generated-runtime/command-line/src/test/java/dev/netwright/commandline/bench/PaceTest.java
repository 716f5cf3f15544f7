package dev.netwright.commandline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts and times are those of the other libraries' measurements. */
final class PaceTest {
    private final Pace usual = new Pace(OptionalInt.empty(), OptionalInt.empty());

    @ParameterizedTest
    @CsvSource({
        "5, 2, true",
        "5, 1.9, false",
        "4, 9, false",
        "3, 10.1, true",
        "2, 24, false",
        "2, 25.1, true",
        "1, 90, false"
    })
    void warmUpEnds(int count, double seconds, boolean isWarm) {
        assertThat(usual.isWarm(count, seconds)).isEqualTo(isWarm);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 4, true",
        "10, 3.9, false",
        "9, 11, false",
        "5, 12.1, true",
        "3, 25.1, true",
        "2, 45.1, true",
        "1, 200, false",
        "1999, 0.1, false",
        "2000, 0.1, true"
    })
    void timedStepsEnd(int count, double seconds, boolean isDone) {
        assertThat(usual.isDone(count, seconds)).isEqualTo(isDone);
    }

    @Test
    void numbersThatAreGivenCountAlone() {
        Pace given = new Pace(OptionalInt.of(2), OptionalInt.of(3));

        assertThat(given.isWarm(1, 1000)).isFalse();
        assertThat(given.isWarm(2, 0)).isTrue();
        assertThat(given.isDone(2, 1000)).isFalse();
        assertThat(given.isDone(3, 0)).isTrue();
    }

    @Test
    void numbersBelowOneAreRefused() {
        assertThatThrownBy(() -> new Pace(OptionalInt.of(0), OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--warmup must be at least 1, found 0");
        assertThatThrownBy(() -> new Pace(OptionalInt.empty(), OptionalInt.of(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--steps must be at least 1, found -1");
    }
}
