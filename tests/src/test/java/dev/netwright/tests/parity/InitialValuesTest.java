package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.random.CounterRandom;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** First values follow PyTorch's formulas, with PyTorch's own count of the fans. */
final class InitialValuesTest {
    /** A unit or two in the last place, where Python's logarithm and Java's differ. */
    private static final double LIMIT = 1e-7;

    private static final int PROJECTIONS = 64;
    private static final int PROJECTED_FROM = 1000;

    private static final Expected EXPECTED = Fixture.read("initial-values-lenet-28", Expected.class);

    private record Expected(long seed, Map<Initializer, Map<String, TensorSummary>> tensors) {}

    @ParameterizedTest
    @EnumSource(Initializer.class)
    void leNetStartsFromPyTorchsValues(Initializer initializer) {
        Map<String, TensorSummary> tensors =
                Objects.requireNonNull(EXPECTED.tensors().get(initializer), "the fixture lacks " + initializer);
        Summarizer summarizer = new Summarizer(EXPECTED.seed(), PROJECTIONS, PROJECTED_FROM);
        for (Parameter parameter : LeNet28.TYPE.parameters().parameters()) {
            float[] values = initializer.values(parameter, CounterRandom.seeded(EXPECTED.seed()));
            TensorSummary expected = Objects.requireNonNull(tensors.get(parameter.name()), parameter.name());
            assertThat(summarizer.of(values).relativeError(expected))
                    .as("relative error of %s by %s", parameter.name(), initializer)
                    .isLessThanOrEqualTo(LIMIT);
        }
    }
}
