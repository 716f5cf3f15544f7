package dev.netwright.processor.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.Interval;
import dev.netwright.processor.diagnostics.Origin;
import org.junit.jupiter.api.Test;

final class WidthFactorTest {
    private static final Origin NOWHERE = () -> "";

    private static WidthFactor factor(double value) {
        return new WidthFactor(Written.of(value, NOWHERE));
    }

    @Test
    void productsAreRoundedDownInDecimalAndAtLeastOne() {
        assertThat(factor(0.29).times(100)).isEqualTo(Interval.of(29));
        assertThat(factor(0.29).times(99)).isEqualTo(Interval.of(28));
        assertThat(factor(0.29).times(1)).isEqualTo(Interval.of(1));
        assertThat(factor(1e300).times(2)).isEqualTo(Interval.of(Integer.MAX_VALUE));
    }

    /** {@code torchvision.models._utils._make_divisible(factor * channels, 8)}. */
    @Test
    void productsAreRoundedToTheNearestMultipleOfEightUnlessThatTakesATenth() {
        assertThat(rounded(0.5, 24)).isEqualTo(16);
        assertThat(rounded(0.35, 32)).as("11.2, not 8").isEqualTo(16);
        assertThat(rounded(0.75, 24)).as("18, and 16 is 89 % of it").isEqualTo(24);
        assertThat(rounded(1.4, 96)).isEqualTo(136);
        assertThat(rounded(0.1, 16)).isEqualTo(8);
        assertThat(rounded(1e300, 16)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void productsOfATaintedFactorMayBeAnything() {
        WidthFactor tainted = new WidthFactor(new Written<>(1.0, NOWHERE, true));

        assertThat(tainted.times(32)).isEqualTo(Interval.POSITIVE);
        assertThat(tainted.roundedToEight(Interval.of(32))).isEqualTo(Interval.POSITIVE);
    }

    private static int rounded(double factor, int channels) {
        return factor(factor).roundedToEight(Interval.of(channels)).least();
    }
}
