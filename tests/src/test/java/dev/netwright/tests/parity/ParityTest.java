package dev.netwright.tests.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forward, loss, gradients and optimizer steps equal PyTorch's, norm-wise for each tensor. The fixtures and how to make them
 * again: {@code src/test/python/README.md}.
 */
final class ParityTest {
    private static final double LIMIT = 1e-4;
    /** Adam divides a gradient by its own size, which makes a rounding of a small gradient as large as a step. */
    private static final double ADAM_LIMIT = 1e-3;
    /** A rounding that turns a max-pool or a rectifier over changes a step by more than itself. */
    private static final double CHANGE_LIMIT = 1e-3;

    private static final int STEPS = 5;
    /** Each step rounds each parameter to half a unit in its last place. */
    private static final double ROUNDING = STEPS * 0x1p-24;

    static Stream<Arguments> cases() {
        return ParityNetwork.all().stream()
                .flatMap(network ->
                        Arrays.stream(TestedKernels.values()).map(kernels -> Arguments.of(network, kernels)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsEqualPyTorchs(ParityNetwork network, TestedKernels kernels) {
        Comparison comparison = new Comparison(network, kernels);
        try (ParityRun run = new ParityRun(network, kernels)) {
            comparison.tensor("logits", run.logits(), network.fixture().logits(), LIMIT);
        }
        comparison.require();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientsEqualPyTorchs(ParityNetwork network, TestedKernels kernels) {
        Comparison comparison = new Comparison(network, kernels);
        try (ParityRun run = new ParityRun(network, kernels)) {
            comparison.step(run, network.fixture().first());
        }
        comparison.require();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientsOfTheTailBatchEqualPyTorchsAfterAFullBatch(ParityNetwork network, TestedKernels kernels) {
        Comparison comparison = new Comparison(network, kernels);
        try (ParityRun run = new ParityRun(network, kernels)) {
            run.backward(network.fixture().first());
            comparison.step(run, network.fixture().tail());
        }
        comparison.require();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsDontDependOnWhichSessionRanBefore(ParityNetwork network, TestedKernels kernels) {
        Fixture fixture = network.fixture();
        Map<String, float[]> full;
        Map<String, float[]> tail;
        try (ParityRun run = new ParityRun(network, kernels)) {
            run.backward(fixture.first());
            full = run.gradients();
            run.backward(fixture.tail());
            tail = run.gradients();
        }
        try (ParityRun run = new ParityRun(network, kernels)) {
            run.backward(fixture.tail());
            assertEqual(run.gradients(), tail);
            run.logits();
            run.backward(fixture.first());
            assertEqual(run.gradients(), full);
            run.backward(fixture.tail());
            assertEqual(run.gradients(), tail);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parametersAfterFiveStepsOfEachOptimizerEqualPyTorchs(ParityNetwork network, TestedKernels kernels) {
        Comparison comparison = new Comparison(network, kernels);
        network.fixture().updates().forEach((name, update) -> {
            try (ParityRun run = new ParityRun(network, kernels)) {
                run.train(update.optimizer(name), STEPS);
                comparison.parameters(name, run, update);
            }
        });
        comparison.require();
    }

    private static void assertEqual(Map<String, float[]> found, Map<String, float[]> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    }

    /** Collects every difference of a run before it fails. */
    private record Comparison(ParityNetwork network, TestedKernels kernels, SoftAssertions softly) {
        Comparison(ParityNetwork network, TestedKernels kernels) {
            this(network, kernels, new SoftAssertions());
        }

        void step(ParityRun run, Fixture.Step step) {
            double loss = run.backward(step);
            error("loss", Math.abs(loss - step.loss()) / step.loss(), LIMIT);
            Map<String, float[]> gradients = run.gradients();
            sameNames(gradients, step.gradients());
            step.gradients()
                    .forEach((name, expected) -> tensor("gradient of " + name, of(gradients, name), expected, LIMIT));
        }

        void parameters(String optimizer, ParityRun run, Fixture.Update update) {
            double limit = optimizer.startsWith("adam") ? ADAM_LIMIT : LIMIT;
            Map<String, float[]> found = run.parameters();
            Map<String, float[]> start = run.initialValues();
            sameNames(found, update.parameters());
            update.parameters().forEach((name, expected) -> {
                String what = name + " after " + STEPS + " steps of " + optimizer;
                tensor(what, of(found, name), expected, limit);
                double ofChange =
                        summary(of(found, name)).relativeErrorOfChange(expected, summary(of(start, name)), ROUNDING);
                error("change of " + what, ofChange, CHANGE_LIMIT);
            });
        }

        void tensor(String what, float[] found, TensorSummary expected, double limit) {
            error(what, summary(found).relativeError(expected), limit);
        }

        void require() {
            softly.assertAll();
        }

        private void error(String what, double error, double limit) {
            softly.assertThat(error)
                    .as("%s on %s: relative error of %s against PyTorch", network, kernels, what)
                    .isLessThanOrEqualTo(limit);
        }

        private void sameNames(Map<String, float[]> found, Map<String, TensorSummary> expected) {
            softly.assertThat(found.keySet()).isEqualTo(expected.keySet());
        }

        private TensorSummary summary(float[] values) {
            return TensorSummary.of(values, network.fixture().seed());
        }

        private static float[] of(Map<String, float[]> tensors, String name) {
            return Objects.requireNonNull(tensors.get(name), name);
        }
    }
}
