package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.nd4j.adapter.Nd4jOptimizer;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.OptimizerState;
import dev.netwright.runtime.kernel.Parameter;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.ParameterTable;
import dev.netwright.runtime.kernel.ParameterUpdate;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.random.CounterRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What an optimizer keeps can be copied out and into a fresh one, which then goes on as if nothing had happened. */
@Tag("numeric")
class OptimizerStateTest {
    private static final int BATCH = 4;
    private static final int STEPS_BEFORE = 3;
    private static final int STEPS = 5;

    static Stream<UpdateRule> rules() {
        IUpdater scheduledMomentum = Nesterovs.builder()
                .learningRate(0.1)
                .momentumISchedule(new MapSchedule(ScheduleType.ITERATION, Map.of(0, 0.5, 2, 0.9)))
                .build();
        return Stream.of(
                new UpdateRule.GradientDescent(0, false),
                new UpdateRule.GradientDescent(0.9, false),
                new UpdateRule.GradientDescent(0.9, true),
                new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05),
                new UpdateRule.AmsGrad(0.9, 0.999, 1e-8, 0.05),
                new UpdateRule.RmsProp(0.95, 1e-8, 0),
                new UpdateRule.RmsProp(0.95, 1e-8, 0.9),
                new UpdateRule.AdaGrad(1e-8),
                new UpdateRule.AdaDelta(0.9, 1e-6),
                new UpdateRule.AdaMax(0.9, 0.999, 1e-8),
                new UpdateRule.Nadam(0.9, 0.999, 1e-8, 4e-3),
                new UpdateRule.AdaBelief(0.9, 0.999, 1e-8),
                new UpdateRule.Lion(0.9, 0.99, 0.05),
                new UpdateRule.Lamb(0.9, 0.999, 1e-6, 0.05),
                Nd4jOptimizer.of(scheduledMomentum).rule());
    }

    static Stream<Arguments> rulesOnKernels() {
        return rules().flatMap(rule -> TestedKernels.compared().stream().map(kernels -> Arguments.of(rule, kernels)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("rulesOnKernels")
    void aCopiedStateGoesOnWithTheSameBits(UpdateRule rule, TestedKernels kernels) {
        try (Run run = new Run(kernels.create(), rule);
                Run resumed = new Run(kernels.create(), rule);
                Run forgetful = new Run(kernels.create(), rule)) {
            run.steps(0, STEPS_BEFORE);
            Map<Parameter, float[]> values = run.values();
            Map<OptimizerState, float[]> states = run.states();
            assertThat(states)
                    .hasSize(rule.states() * run.memory.table().parameters().size());
            assertThat(states.values())
                    .allSatisfy(numbers -> assertThat(numbers)
                            .as("a state that never moved would prove nothing")
                            .isNotEqualTo(new float[numbers.length]));
            resumed.restore(values, states);
            forgetful.restore(values, Map.of());

            run.steps(STEPS_BEFORE, STEPS);
            resumed.steps(STEPS_BEFORE, STEPS);
            forgetful.steps(STEPS_BEFORE, STEPS);

            assertThat(resumed.values()).containsExactlyEntriesOf(run.values());
            assertThat(resumed.states()).containsExactlyEntriesOf(run.states());
            if (!states.isEmpty()) {
                Parameter last = run.memory.table().weight("f7");
                assertThat(forgetful.values().get(last))
                        .isNotEqualTo(run.values().get(last));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void statesAreNamedAsPyTorchNamesThem(TestedKernels kernels) {
        assertThat(kinds(kernels, new UpdateRule.GradientDescent(0, false))).isEmpty();
        assertThat(kinds(kernels, new UpdateRule.GradientDescent(0.9, false)))
                .containsExactly("c1.weight.momentum_buffer");
        assertThat(kinds(kernels, new UpdateRule.Adam(0.9, 0.999, 1e-8, 0)))
                .containsExactly("c1.weight.exp_avg", "c1.weight.exp_avg_sq");
    }

    /** With a constant gradient g after one step: {@code momentum_buffer = g}, {@code exp_avg = 0.1 g}, {@code exp_avg_sq = 0.001 g^2}. */
    @ParameterizedTest
    @EnumSource
    void statesAreInTheLogicalLayout(TestedKernels kernels) {
        UpdateRule adam = new UpdateRule.Adam(0.9, 0.999, 1e-8, 0);
        float[] momentum = afterOneStep(kernels, new UpdateRule.GradientDescent(0.9, false), "momentum_buffer");
        float[] first = afterOneStep(kernels, adam, "exp_avg");
        float[] second = afterOneStep(kernels, adam, "exp_avg_sq");
        for (int i = 0; i < momentum.length; i++) {
            float g = momentum[i];
            assertThat(first[i]).isCloseTo(0.1f * g, within(1e-5f * Math.abs(g) + 1e-12f));
            assertThat(second[i]).isCloseTo(0.001f * g * g, within(1e-4f * 0.001f * g * g + 1e-20f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherOptimizersStateIsRefused(TestedKernels kernels) {
        try (Run run = new Run(kernels.create(), new UpdateRule.GradientDescent(0.9, false))) {
            Parameter weight = run.memory.table().weight("c1");
            OptimizerState foreign = new OptimizerState("exp_avg", weight);
            assertThatThrownBy(() -> run.update.read(foreign, new float[weight.size()]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("this optimizer keeps [momentum_buffer] for a parameter, found c1.weight.exp_avg");
            OptimizerState own = new OptimizerState("momentum_buffer", weight);
            assertThatThrownBy(() -> run.update.write(own, new float[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("c1.weight has 150 values, found 1");
        }
    }

    private static List<String> kinds(TestedKernels kernels, UpdateRule rule) {
        try (Run run = new Run(kernels.create(), rule)) {
            return run.update.states().stream()
                    .map(OptimizerState::name)
                    .filter(name -> name.startsWith("c1.weight"))
                    .toList();
        }
    }

    private static float[] afterOneStep(TestedKernels kernels, UpdateRule rule, String kind) {
        try (Run run = new Run(kernels.create(), rule)) {
            run.steps(0, 1);
            Parameter weight = run.memory.table().weight("c1");
            float[] numbers = new float[weight.size()];
            run.update.read(new OptimizerState(kind, weight), numbers);
            return numbers;
        }
    }

    /** A network, an optimizer, and batches that follow from the number of the step. */
    private static final class Run implements AutoCloseable {
        private final CounterRandom random = CounterRandom.seeded(7);
        private final ParameterMemory memory;
        private final Workspace workspace;
        private final TrainingSession session;
        private final ParameterUpdate update;

        Run(KernelSet kernels, UpdateRule rule) {
            ParameterTable table = LeNet28.TYPE.parameters();
            memory = kernels.allocate(table);
            table.tensors().forEach(tensor -> memory.write(tensor, Initializer.PYTORCH.values(tensor, random)));
            workspace = kernels.workspace(memory, LeNet28.TYPE.programs(), 0);
            workspace.reserve(Mode.TRAINING, BATCH);
            session = workspace.training(BATCH);
            update = memory.update(rule);
        }

        void steps(int from, int to) {
            for (int step = from; step < to; step++) {
                float[] images = new float[BATCH * LeNet28.TYPE.images().size()];
                int[] labels = new int[BATCH];
                for (int i = 0; i < images.length; i++) {
                    images[i] = (float) Math.sin(i * (step + 1.0));
                }
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = (i + step) % 10;
                }
                session.load(images, labels, step);
                session.program().forward();
                session.program().backward();
                update.step(0.01, step, 0);
            }
        }

        void restore(Map<Parameter, float[]> values, Map<OptimizerState, float[]> states) {
            values.forEach(memory::write);
            states.forEach(update::write);
        }

        Map<Parameter, float[]> values() {
            Map<Parameter, float[]> values = new LinkedHashMap<>();
            for (Parameter parameter : memory.table().parameters()) {
                float[] numbers = new float[parameter.size()];
                memory.read(parameter, numbers);
                values.put(parameter, numbers);
            }
            return values;
        }

        Map<OptimizerState, float[]> states() {
            Map<OptimizerState, float[]> states = new LinkedHashMap<>();
            for (OptimizerState state : update.states()) {
                float[] numbers = new float[state.parameter().size()];
                update.read(state, numbers);
                states.put(state, numbers);
            }
            return states;
        }

        @Override
        public void close() {
            update.close();
            workspace.close();
            memory.close();
        }
    }
}
