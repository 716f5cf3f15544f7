package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forward, loss, gradients, running statistics and single optimizer steps equal PyTorch's in float64, norm-wise for each tensor and as
 * far as float32 can tell. The fixtures and how to make them again: {@code src/test/python/README.md}.
 */
@Tag("numeric")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ParityTest {
    /** Signs of projections take long to draw, and the cases of a network stand together. */
    private Summarizer summarizer = new Summarizer(0, 0, 0);

    static Stream<Arguments> cases() {
        return ParityNetwork.all().stream()
                .flatMap(network -> network.kernels().stream().map(kernels -> Arguments.of(network, kernels)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachStepFromDrawnValuesIsPyTorchs(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        if (!summarizer.isOf(fixture)) {
            summarizer = fixture.summarizer();
        }
        try (ParityRun run = new ParityRun(network, fixture, kernels.create())) {
            Comparison comparison = new Comparison(network, fixture, summarizer, run);
            comparison.everything();
            assertThat(comparison.differences()).isEmpty();
        }
    }
}
