package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What ran before a step changes no bit of it: neither a session of another batch size nor the steps that led to its values. {@link
 * ParityTest} compares single steps with PyTorch; this carries them over to a run of many.
 */
@Tag("numeric")
final class StepOrderTest {
    static Stream<Arguments> cases() {
        return ParityNetwork.all().stream()
                .filter(ParityNetwork::isSmall)
                .flatMap(network -> network.kernels().stream().map(kernels -> Arguments.of(network, kernels)));
    }

    /** All but the reference, which keeps its values in float64 and shows them in float32. */
    static Stream<Arguments> casesInFloat32() {
        return cases().filter(arguments -> arguments.get()[1] != TestedKernels.REFERENCE);
    }

    @ParameterizedTest
    @MethodSource("cases")
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

    @ParameterizedTest
    @MethodSource("casesInFloat32")
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
