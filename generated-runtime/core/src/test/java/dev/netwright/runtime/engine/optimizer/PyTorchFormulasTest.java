package dev.netwright.runtime.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every formula beside PyTorch's numbers; those of AdaBelief, Lion and LAMB beside their papers' in float64. */
class PyTorchFormulasTest {
    private static final double COUPLED = 0.1;
    private static final double DECOUPLED = 0.3;
    private static final Map<String, UpdateRule> RULES = Map.ofEntries(
            Map.entry("sgd", new UpdateRule.GradientDescent(0, false)),
            Map.entry("momentum", new UpdateRule.GradientDescent(0.9, false)),
            Map.entry("nesterov", new UpdateRule.GradientDescent(0.9, true)),
            Map.entry("adam", new UpdateRule.Adam(0.8, 0.95, 1e-2, 0)),
            Map.entry("adamW", new UpdateRule.Adam(0.8, 0.95, 1e-2, DECOUPLED)),
            Map.entry("amsGrad", new UpdateRule.AmsGrad(0.8, 0.6, 1e-2, 0)),
            Map.entry("amsGradW", new UpdateRule.AmsGrad(0.8, 0.6, 1e-2, DECOUPLED)),
            Map.entry("rmsProp", new UpdateRule.RmsProp(0.9, 1e-2, 0)),
            Map.entry("rmsPropMomentum", new UpdateRule.RmsProp(0.9, 1e-2, 0.8)),
            Map.entry("adaGrad", new UpdateRule.AdaGrad(1e-2)),
            Map.entry("adaDelta", new UpdateRule.AdaDelta(0.8, 1e-2)),
            Map.entry("adaMax", new UpdateRule.AdaMax(0.8, 0.95, 1e-2)),
            Map.entry("nadam", new UpdateRule.Nadam(0.8, 0.95, 1e-2, 0.3)),
            Map.entry("adaBelief", new UpdateRule.AdaBelief(0.8, 0.95, 1e-2)),
            Map.entry("lion", new UpdateRule.Lion(0.85, 0.95, 0)),
            Map.entry("lionW", new UpdateRule.Lion(0.85, 0.95, DECOUPLED)),
            Map.entry("lamb", new UpdateRule.Lamb(0.8, 0.95, 1e-2, 0)),
            Map.entry("lambW", new UpdateRule.Lamb(0.8, 0.95, 1e-2, DECOUPLED)));

    static Stream<String> optimizers() {
        return PyTorchSteps.optimizers();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void stepsAndStatesArePyTorchs(String name) {
        boolean isDecayed = name.endsWith("Decay") || name.matches("momentum|nesterov|amsGrad|rmsPropMomentum");
        UpdateRule rule = Objects.requireNonNull(RULES.get(name.replace("Decay", "")), name);
        float[] rates = PyTorchSteps.of("rates");
        DirectFloats values = DirectFloats.of(PyTorchSteps.of("values"));
        int size = values.buffer().capacity();
        DirectFloats gradients = DirectFloats.of(new float[size]);
        DirectFloats states = DirectFloats.of(new float[rule.states() * size]);
        VectorUpdate update = HeapUpdate.of(rule, isDecayed ? COUPLED : 0, size, values, gradients, states);
        for (int step = 0; step < rates.length; step++) {
            gradients.buffer().put(0, PyTorchSteps.of("gradient" + (step + 1)));
            update.step(rates[step], step, 0);
            assertNear(name + ".step" + (step + 1), values.read());
        }
        for (int part = 0; part < rule.states(); part++) {
            float[] kept = Arrays.copyOfRange(states.read(), part * size, (part + 1) * size);
            assertNear(name + "." + rule.kinds().get(part), kept);
        }
    }

    @Test
    void everyRuleIsCompared() {
        assertThat(RULES.values().stream().map(Object::getClass).distinct().count())
                .isEqualTo(Stream.of(UpdateRule.class.getPermittedSubclasses())
                        .filter(Class::isRecord)
                        .count());
        assertThat(PyTorchSteps.optimizers().map(name -> name.replace("Decay", "")))
                .containsAll(RULES.keySet());
    }

    /** Both compute in float32; they may round a product or a quotient in another order. */
    private static void assertNear(String name, float... actual) {
        float[] expected = PyTorchSteps.of(name);
        assertThat(actual).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("number %d of %s", i, name)
                    .isCloseTo(expected[i], within(1e-7f + 1e-6f * Math.abs(expected[i])));
        }
    }
}
