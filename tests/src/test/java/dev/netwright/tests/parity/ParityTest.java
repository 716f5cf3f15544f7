package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
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

    static Stream<Arguments> smallCases() {
        return cases().filter(arguments -> ((ParityNetwork) arguments.get()[0]).isSmall());
    }

    /** All but the reference, which keeps its values in float64 and shows them in float32. */
    static Stream<Arguments> smallCasesInFloat32() {
        return smallCases().filter(arguments -> arguments.get()[1] != TestedKernels.REFERENCE);
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

    @ParameterizedTest
    @MethodSource("smallCases")
    void gradientsDontDependOnWhichSessionRanBefore(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        List<float[]> full;
        List<float[]> tail;
        try (ParityRun run = new ParityRun(network, fixture, kernels.create())) {
            full = gradients(network, run, fixture.first());
            tail = gradients(network, run, fixture.tail());
        }
        try (ParityRun run = new ParityRun(network, fixture, kernels.create())) {
            assertEqual(gradients(network, run, fixture.tail()), tail);
            run.logits();
            assertEqual(gradients(network, run, fixture.first()), full);
            assertEqual(gradients(network, run, fixture.tail()), tail);
        }
    }

    /** Steps are compared with PyTorch one at a time; that a step starts where the one before has ended is a matter of bits. */
    @ParameterizedTest
    @MethodSource("smallCasesInFloat32")
    void aStepAfterOthersIsThatOfAFreshNetworkWithTheirValues(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        try (ParityRun run = new ParityRun(network, fixture, kernels.create());
                ParityRun fresh = new ParityRun(network, fixture, kernels.create())) {
            for (Fixture.Update update : fixture.updates()) {
                run.continued(fixture.first());
                run.update(update);
            }
            for (Parameter tensor : network.type().parameters().tensors()) {
                fresh.write(tensor, run.values(tensor));
            }
            assertThat(run.continued(fixture.tail())).isEqualTo(fresh.continued(fixture.tail()));
            assertEqual(gradients(network, run), gradients(network, fresh));
        }
    }

    private static List<float[]> gradients(ParityNetwork network, ParityRun run, Fixture.Step step) {
        run.backward(step);
        return gradients(network, run);
    }

    private static List<float[]> gradients(ParityNetwork network, ParityRun run) {
        List<float[]> gradients = new ArrayList<>();
        for (Parameter parameter : network.type().parameters().parameters()) {
            gradients.add(run.gradient(parameter));
        }
        return gradients;
    }

    private static void assertEqual(List<float[]> found, List<float[]> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).as("gradient %d", i).isEqualTo(expected.get(i));
        }
    }
}
