package dev.netwright.runtime.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.LayerScale;
import dev.netwright.operation.NetworkLayers;
import dev.netwright.operation.RunningVariance;
import dev.netwright.operation.Shape;
import dev.netwright.operation.Window;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.random.CounterRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bounds are those of the formulas. Moments are of more than 70,000 values: a uniform distribution's deviation is its bound by
 * the root of 3, and a sample's deviates from it by less than a hundredth of it.
 */
class InitializerTest {
    private static final ParameterTable TABLE = ParameterTable.of(NetworkLayers.of(Shape.image(64, 3, 3))
            .block("network")
            .convolution("conv", 128, Window.square(3, 1, 0))
            .linear("narrow", 250)
            .linear("fc", 300)
            .linear("four", 4)
            .batchNorm("bn", 1e-5, 0.1, RunningVariance.UNBIASED)
            .layer("scale", new LayerScale.Form(1e-6))
            .crossEntropy());
    private static final Parameter CONVOLUTION = TABLE.weight("conv");
    private static final Parameter LINEAR = TABLE.weight("fc");

    /** 1 / sqrt(64 * 9) = 1/24; 1 / sqrt(250). */
    @Test
    void pyTorchsDefaultIsUniformByFanIn() {
        assertUniform(Initializer.PYTORCH, CONVOLUTION, 1.0 / 24);
        assertUniform(Initializer.PYTORCH, LINEAR, 1 / Math.sqrt(250));
        assertWithin(Initializer.PYTORCH, TABLE.bias("conv").orElseThrow(), 1.0 / 24);
        assertWithin(Initializer.PYTORCH, TABLE.bias("fc").orElseThrow(), 1 / Math.sqrt(250));
    }

    /** sqrt(6 / (64 * 9 + 128 * 9)) = 1 / sqrt(288); sqrt(6 / 550). */
    @Test
    void xaviersIsUniformByBothFans() {
        assertUniform(Initializer.XAVIER_UNIFORM, CONVOLUTION, 1 / Math.sqrt(288));
        assertUniform(Initializer.XAVIER_UNIFORM, LINEAR, Math.sqrt(6.0 / 550));
        assertThat(values(Initializer.XAVIER_UNIFORM, TABLE.bias("fc").orElseThrow()))
                .isEqualTo(values(Initializer.PYTORCH, TABLE.bias("fc").orElseThrow()));
    }

    /** sqrt(2 / 576) = 1 / sqrt(288). Of a normal distribution 68.27 % lie within one deviation, and 4.55 % beyond two. */
    @Test
    void hesIsNormalByFanIn() {
        float[] values = values(Initializer.HE_NORMAL, CONVOLUTION);
        double deviation = 1 / Math.sqrt(288);
        assertThat(mean(values)).isCloseTo(0, within(0.01 * deviation));
        assertThat(deviation(values)).isCloseTo(deviation, within(0.01 * deviation));
        assertThat(shareBeyond(values, deviation)).isCloseTo(0.3173, within(0.01));
        assertThat(shareBeyond(values, 2 * deviation)).isCloseTo(0.0455, within(0.005));
        assertThat(values(Initializer.HE_NORMAL, TABLE.bias("conv").orElseThrow()))
                .containsOnly(0);
        assertThat(values(Initializer.HE_NORMAL, TABLE.bias("fc").orElseThrow()))
                .containsOnly(0);
    }

    @Test
    void theTensorFlowBenchmarksHasConstantBiases() {
        assertThat(values(Initializer.TENSORFLOW, CONVOLUTION))
                .isEqualTo(values(Initializer.XAVIER_UNIFORM, CONVOLUTION));
        assertThat(values(Initializer.TENSORFLOW, TABLE.bias("conv").orElseThrow()))
                .containsOnly(0);
        assertThat(values(Initializer.TENSORFLOW, TABLE.bias("fc").orElseThrow()))
                .containsOnly(0.1f);
    }

    @ParameterizedTest
    @EnumSource
    void aNormStartsAsTheIdentity(Initializer initializer) {
        assertThat(values(initializer, TABLE.weight("bn"))).containsExactly(1, 1, 1, 1);
        assertThat(values(initializer, TABLE.bias("bn").orElseThrow())).containsExactly(0, 0, 0, 0);
        assertThat(values(initializer, TABLE.runningMean("bn"))).containsExactly(0, 0, 0, 0);
        assertThat(values(initializer, TABLE.runningVariance("bn"))).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aLayerScaleStartsWithTheValueOfItsLayer(Initializer initializer) {
        assertThat(values(initializer, TABLE.tensor("scale.layer_scale"))).containsExactly(1e-6f, 1e-6f, 1e-6f, 1e-6f);
    }

    @ParameterizedTest
    @EnumSource
    void valuesFollowFromTheSeedAndThePositionAlone(Initializer initializer) {
        assertThat(initializer.values(LINEAR, CounterRandom.seeded(1)))
                .isEqualTo(initializer.values(LINEAR, CounterRandom.seeded(1)))
                .isNotEqualTo(initializer.values(LINEAR, CounterRandom.seeded(2)));
        Parameter elsewhere = new Parameter(
                LINEAR.name(),
                LINEAR.role(),
                LINEAR.shape(),
                LINEAR.fanIn(),
                LINEAR.fanOut(),
                LINEAR.position() + 2,
                0);
        assertThat(initializer.values(elsewhere, CounterRandom.seeded(1)))
                .isNotEqualTo(initializer.values(LINEAR, CounterRandom.seeded(1)));
    }

    private static void assertUniform(Initializer initializer, Parameter parameter, double bound) {
        float[] values = values(initializer, parameter);
        assertWithin(initializer, parameter, bound);
        assertThat(shareBeyond(values, 0.99 * bound))
                .as("values near the bound")
                .isCloseTo(0.01, within(0.003));
        assertThat(mean(values)).isCloseTo(0, within(0.01 * bound));
        assertThat(deviation(values)).isCloseTo(bound / Math.sqrt(3), within(0.01 * bound));
    }

    private static void assertWithin(Initializer initializer, Parameter parameter, double bound) {
        assertThat(shareBeyond(values(initializer, parameter), Math.nextUp((float) bound)))
                .as("values beyond %s", bound)
                .isZero();
        assertThat(deviation(values(initializer, parameter))).isPositive();
    }

    private static float[] values(Initializer initializer, Parameter parameter) {
        return initializer.values(parameter, CounterRandom.seeded(7));
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow());
    }

    private static double shareBeyond(float[] values, double bound) {
        long beyond = IntStream.range(0, values.length)
                .filter(i -> Math.abs(values[i]) > bound)
                .count();
        return (double) beyond / values.length;
    }
}
