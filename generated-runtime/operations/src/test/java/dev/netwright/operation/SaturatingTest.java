package dev.netwright.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SaturatingTest {
    @Test
    void countsThatFitAreExact() {
        assertThat(Saturating.product()).isOne();
        assertThat(Saturating.product(3, 5, 7)).isEqualTo(105);
        assertThat(Saturating.product(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(4_611_686_014_132_420_609L);
        assertThat(Saturating.product(Long.MAX_VALUE, 0)).isZero();
        assertThat(Saturating.sum(Long.MAX_VALUE - 1, 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatIsBeyondALongStaysAtItsEnd() {
        assertThat(Saturating.product(1L << 31, 1L << 32)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturating.product(1L << 62, 1L << 62, 1L << 62)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturating.sum(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturating.sum(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }
}
