package dev.netwright.commandline.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DurationsTest {
    private static final long MILLISECOND = 1_000_000;

    private final Durations durations = new Durations();

    @Test
    void halfAreShorterThanTheMedian() {
        add(7, 1, 4);
        assertThat(durations.medianMillis()).isEqualTo(4);

        add(6);
        assertThat(durations.medianMillis()).isEqualTo(5);
        assertThat(durations.leastMillis()).isEqualTo(1);
        assertThat(durations.mostMillis()).isEqualTo(7);
    }

    @Test
    void moreThanTheRoomAtFirstAreKept() {
        LongStream.rangeClosed(1, 1001).forEach(this::add);

        assertThat(durations.count()).isEqualTo(1001);
        assertThat(durations.medianMillis()).isEqualTo(501);
        assertThat(durations.ninthDecileMillis()).isEqualTo(901);
        assertThat(durations.mostMillis()).isEqualTo(1001);
    }

    @Test
    void withoutAnyEverythingIsZero() {
        add(3);
        durations.clear();

        assertThat(durations.count()).isZero();
        assertThat(durations.medianMillis()).isZero();
        assertThat(durations.ninthDecileMillis()).isZero();
        assertThat(durations.leastMillis()).isZero();
        assertThat(durations.mostMillis()).isZero();
    }

    private void add(long... milliseconds) {
        LongStream.of(milliseconds).forEach(each -> durations.add(each * MILLISECOND));
    }
}
