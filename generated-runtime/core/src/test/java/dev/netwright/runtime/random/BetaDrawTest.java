package dev.netwright.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaDrawTest {
    private static final int DRAWS = 20_000;

    private static DoubleSupplier uniforms() {
        CounterRandom random = CounterRandom.seeded(3);
        long[] index = {0};
        return () -> (Integer.toUnsignedLong(random.bits(RandomStream.MIXING, 0, index[0]++)) + 0.5) * 0x1p-32;
    }

    /** Beta(a, a) has the mean 1/2, the variance 1 / (4 (2 a + 1)), and is symmetric. Bounds are five standard errors. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 1, 1.5, 4, 30})
    void momentsAreThoseOfTheDistribution(double alpha) {
        DoubleSupplier uniforms = uniforms();
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = BetaDraw.symmetric(alpha, uniforms);
            assertThat(x).isBetween(0.0, 1.0);
            sum += x - 0.5;
            squares += (x - 0.5) * (x - 0.5);
            cubes += Math.pow(x - 0.5, 3);
        }
        double variance = 1 / (4 * (2 * alpha + 1));
        double fourth = 3 * variance * variance * (2 * alpha + 1) / (2 * alpha + 3);
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(5 * Math.sqrt((fourth - variance * variance) / DRAWS)));
        assertThat(cubes / DRAWS).isCloseTo(0, within(5 * Math.sqrt(fourth * 0.25 / DRAWS)));
    }

    /** The powers of uniform numbers that the method adds up underflow. */
    @Test
    void aTinyAlphaGivesZerosAndOnes() {
        DoubleSupplier uniforms = uniforms();
        int ones = 0;
        for (int i = 0; i < 1000; i++) {
            double x = BetaDraw.symmetric(1e-6, uniforms);
            assertThat(Math.min(x, 1 - x)).isLessThan(1e-9);
            ones += x > 0.5 ? 1 : 0;
        }
        assertThat(ones).isBetween(420, 580);
    }
}
