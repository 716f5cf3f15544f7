package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.GradientClipping;
import dev.netwright.runtime.kernel.UpdatePlan;
import dev.netwright.runtime.kernel.UpdateRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that no kernel set has by itself, beside the numbers of {@code optimizer_steps.py}. Gradient descent's and Adam's are the plans'. */
@Tag("numeric")
class OptimizerConformanceTest {
    private static final Map<String, UpdateRule> RULES = Map.of(
            "amsGrad", new UpdateRule.AmsGrad(0.8, 0.95, 1e-2, 0),
            "rmsProp", new UpdateRule.RmsProp(0.9, 1e-2, 0),
            "rmsPropMomentum", new UpdateRule.RmsProp(0.9, 1e-2, 0.8),
            "adaGrad", new UpdateRule.AdaGrad(1e-2),
            "adaDelta", new UpdateRule.AdaDelta(0.8, 1e-2),
            "adaMax", new UpdateRule.AdaMax(0.8, 0.95, 1e-2),
            "nadam", new UpdateRule.Nadam(0.8, 0.95, 1e-2, 0.3),
            "adaBelief", new UpdateRule.AdaBelief(0.8, 0.95, 1e-2),
            "lion", new UpdateRule.Lion(0.8, 0.95, 0.2),
            "lamb", new UpdateRule.Lamb(0.8, 0.95, 1e-2, 0.2));

    static Stream<Arguments> rulesOnKernels() {
        return RULES.keySet().stream()
                .flatMap(name -> TestedKernels.compared().stream().map(kernels -> Arguments.of(name, kernels)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("rulesOnKernels")
    void threeStepsArePyTorchs(String name, TestedKernels kernels) throws IOException {
        UpdatePlan plan = new UpdatePlan(
                Objects.requireNonNull(RULES.get(name), name),
                0.1,
                DecayedParameters.WEIGHTS,
                GradientClipping.NONE,
                FrozenLayers.NONE);
        String[] expected = expected(name);
        float[] actual = UpdatePlanConformanceTest.afterThreeSteps(kernels.create(), 0.1, plan, 0.5f);
        assertThat(actual).hasSize(expected.length - 1);
        for (int i = 0; i < actual.length; i++) {
            assertThat((double) actual[i])
                    .as("number %d", i)
                    .isCloseTo(Double.parseDouble(expected[i + 1]), within(3e-6));
        }
    }

    private static String[] expected(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                OptimizerConformanceTest.class.getResourceAsStream("/optimizers/pytorch_steps.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow()
                    .split(" ", -1);
        }
    }
}
