package dev.netwright.processor.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuantityTest {
    @Test
    void hasThreeDigitsAndAUnit() {
        assertThat(Quantity.bytes(1023)).isEqualTo("1023\u00a0B");
        assertThat(Quantity.bytes(1536)).isEqualTo("1.50\u00a0KiB");
        assertThat(Quantity.bytes(38L << 20)).isEqualTo("38.0\u00a0MiB");
        assertThat(Quantity.bytes(Long.MAX_VALUE)).isEqualTo("8.00\u00a0EiB");
        assertThat(Quantity.rounded(999)).isEqualTo("999");
        assertThat(Quantity.rounded(138_357_544)).isEqualTo("138\u00a0M");
    }

    @Test
    void statesThatAShareIsTooSmallToShow() {
        assertThat(Quantity.share(1, 8)).isEqualTo("12.5\u202f%");
        assertThat(Quantity.share(1, 100_000)).isEqualTo("< 0.1\u202f%");
        assertThat(Quantity.share(0, 8)).isEmpty();
    }
}
