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
 * Forward, loss, gradients, running statistics and optimizer steps equal PyTorch's, norm-wise for each tensor. The fixtures and
 * how to make them again: {@code src/test/python/README.md}.
 */
final class ParityTest {
    private static final int STEPS = 5;

    static Stream<Arguments> cases() {
        return ParityNetwork.all().stream()
                .flatMap(network -> network.kernels().stream().map(kernels -> Arguments.of(network, kernels)));
    }

    static Stream<Arguments> smallCases() {
        return cases().filter(arguments ->
                ((ParityNetwork) arguments.get()[0]).kernels().size() > 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsEqualPyTorchs(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        Comparison comparison = new Comparison(network, fixture, kernels);
        try (ParityRun run = new ParityRun(network, fixture, kernels)) {
            comparison.logits("logits", run, fixture.logits());
        }
        comparison.require();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientsOfAFullBatchAndThenOfTheTailBatchEqualPyTorchs(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        Comparison comparison = new Comparison(network, fixture, kernels);
        try (ParityRun run = new ParityRun(network, fixture, kernels)) {
            comparison.step(run, fixture.first());
            comparison.step(run, fixture.tail());
        }
        comparison.require();
    }

    @ParameterizedTest
    @MethodSource("smallCases")
    void gradientsDontDependOnWhichSessionRanBefore(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        List<float[]> full;
        List<float[]> tail;
        try (ParityRun run = new ParityRun(network, fixture, kernels)) {
            full = gradients(network, run, fixture.first());
            tail = gradients(network, run, fixture.tail());
        }
        try (ParityRun run = new ParityRun(network, fixture, kernels)) {
            assertEqual(gradients(network, run, fixture.tail()), tail);
            run.logits();
            assertEqual(gradients(network, run, fixture.first()), full);
            assertEqual(gradients(network, run, fixture.tail()), tail);
        }
    }

    /** Half of the time of these tests, and nothing in it depends on the JDK. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("cases")
    void parametersStatisticsAndLogitsAfterFiveStepsOfEachOptimizerEqualPyTorchs(
            ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        Comparison comparison = new Comparison(network, fixture, kernels);
        fixture.updates().forEach((name, update) -> {
            try (ParityRun run = new ParityRun(network, fixture, kernels)) {
                run.train(update.optimizer(name), STEPS);
                comparison.trained(STEPS, name, run, update);
            }
        });
        comparison.require();
    }

    private static List<float[]> gradients(ParityNetwork network, ParityRun run, Fixture.Step step) {
        run.backward(step);
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
