package dev.netwright.runtime.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.kernel.VectorUpdate;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeapUpdateTest {
    /** Hundreds of pieces, of which the last is short. */
    private static final int SIZE = 1_000_003;

    private static final int STEPS = 3;

    static Stream<UpdateRule> rules() {
        return Stream.of(
                new UpdateRule.GradientDescent(0.9, true),
                new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05),
                new UpdateRule.AmsGrad(0.9, 0.999, 1e-8, 0),
                new UpdateRule.RmsProp(0.99, 1e-8, 0.9),
                new UpdateRule.AdaGrad(1e-10),
                new UpdateRule.AdaDelta(0.9, 1e-6),
                new UpdateRule.AdaMax(0.9, 0.999, 1e-8),
                new UpdateRule.Nadam(0.9, 0.999, 1e-8, 4e-3),
                new UpdateRule.AdaBelief(0.9, 0.999, 1e-8),
                new UpdateRule.Lion(0.9, 0.99, 0.05));
    }

    /** LAMB's steps depend on the whole tensor. */
    static Stream<UpdateRule> allRules() {
        return Stream.concat(rules(), Stream.of(new UpdateRule.Lamb(0.9, 0.999, 1e-6, 0.05)));
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void anyNumberOfThreadsGivesTheSameBits(UpdateRule rule) {
        float[] alone = new Vectors(rule, SIZE).after(STEPS, 1);
        assertThat(alone[SIZE - 1]).isNotEqualTo(Vectors.number(SIZE - 1));
        assertThat(new Vectors(rule, SIZE).after(STEPS, 2)).isEqualTo(alone);
        assertThat(new Vectors(rule, SIZE).after(STEPS, 7)).isEqualTo(alone);
    }

    /** A value of a long vector goes the way of the same value in a short one. */
    @ParameterizedTest
    @MethodSource("rules")
    void whereAValueLiesDoesNotMatter(UpdateRule rule) {
        float[] all = new Vectors(rule, SIZE).after(STEPS, 2);
        float[] first = new Vectors(rule, 5).after(STEPS, 2);
        assertThat(all).startsWith(first);
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void whatPadsAVectorStaysZeroAndGradientsStayAsTheyAre(UpdateRule rule) {
        Vectors vectors = new Vectors(rule, 100);
        vectors.values.buffer().put(7, 0);
        vectors.gradients.buffer().put(7, 0);
        float[] before = vectors.gradients.read();
        assertThat(vectors.after(STEPS, 1)[7]).isZero();
        assertThat(vectors.gradients.read()).isEqualTo(before);
    }

    /** The first step that a fresh one makes may be any: products of Nadam's momenta follow from its number. */
    @ParameterizedTest
    @MethodSource("allRules")
    void aFreshOneGoesOnWithTheStatesOfAnother(UpdateRule rule) {
        Vectors vectors = new Vectors(rule, 1000);
        float[] whole = new Vectors(rule, 1000).after(STEPS, 1);
        for (int step = 0; step < STEPS; step++) {
            vectors.update(1).step(0.01, step, 0);
        }
        assertThat(vectors.values.read()).isEqualTo(whole);
    }

    @Test
    void aWarmStepAllocatesNextToNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        VectorUpdate update = new Vectors(new UpdateRule.Adam(0.9, 0.999, 1e-8, 0), SIZE).update(2);
        for (int step = 0; step < 20; step++) {
            update.step(0.01, step, 0);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int step = 20; step < 70; step++) {
            update.step(0.01, step, 0);
        }
        long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / 50;
        assertThat(bytes).as("of a step, where a piece has 16 KB").isLessThan(200);
    }

    /** A new network's biases and a first gradient of zeros have no norm to divide by. */
    @Test
    void lambsTensorsOfZerosMoveByTheirDirection() {
        UpdateRule lamb = new UpdateRule.Lamb(0.9, 0.999, 1e-6, 0);
        DirectFloats values = DirectFloats.of(0, 0);
        DirectFloats gradients = DirectFloats.of(3, -3);
        VectorUpdate update = HeapUpdate.of(lamb, 0, 2, values, gradients, DirectFloats.of(new float[4]));
        update.step(0.01, 0, 0);
        assertThat(values.read()[0]).isCloseTo(-0.01f, within(1e-6f));
        assertThat(values.read()[1]).isCloseTo(0.01f, within(1e-6f));
        DirectFloats still = DirectFloats.of(1, 2);
        HeapUpdate.of(lamb, 0, 2, still, DirectFloats.of(0, 0), DirectFloats.of(new float[4]))
                .step(0.01, 0, 0);
        assertThat(still.read()).containsExactly(1, 2);
    }

    /** Gradient descent by hand, which keeps the number of its steps. */
    private record Counting(double factor) implements UpdateRule.Custom {
        @Override
        public List<String> kinds() {
            return List.of("count");
        }

        @Override
        public VectorUpdate bind(FloatBuffer values, FloatBuffer gradients, FloatBuffer states) {
            return (learningRate, iteration, epoch) -> {
                for (int i = 0; i < values.capacity(); i++) {
                    values.put(i, values.get(i) - (float) (factor * learningRate) * gradients.get(i));
                    states.put(i, states.get(i) + 1);
                }
            };
        }
    }

    @Test
    void aRuleOfOnesOwnSeesDecayedGradientsAndItsStates() {
        DirectFloats values = DirectFloats.of(1, 2);
        DirectFloats gradients = DirectFloats.of(10, 20);
        DirectFloats states = DirectFloats.of(0, 0);
        VectorUpdate update = HeapUpdate.of(new Counting(2), 0.5, 2, values, gradients, states);
        update.step(0.01, 0, 0);
        assertThat(values.read()[0]).isCloseTo(1 - 0.02f * 10.5f, within(1e-6f));
        assertThat(values.read()[1]).isCloseTo(2 - 0.02f * 21, within(1e-6f));
        assertThat(states.read()).containsExactly(1, 1);
    }

    /** Three vectors of numbers that follow from their places. */
    private static final class Vectors {
        private final UpdateRule rule;
        private final int size;
        private final DirectFloats values;
        private final DirectFloats gradients;
        private final DirectFloats states;

        Vectors(UpdateRule rule, int size) {
            this.rule = rule;
            this.size = size;
            float[] numbers = new float[size];
            float[] slopes = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = number(i);
                slopes[i] = (float) Math.cos(3 * i);
            }
            values = DirectFloats.of(numbers);
            gradients = DirectFloats.of(slopes);
            states = DirectFloats.of(new float[rule.states() * size]);
        }

        static float number(int i) {
            return (float) Math.sin(i);
        }

        VectorUpdate update(int threads) {
            return HeapUpdate.of(rule, 0.01, size, values, gradients, states, threads);
        }

        float[] after(int steps, int threads) {
            VectorUpdate update = update(threads);
            for (int step = 0; step < steps; step++) {
                update.step(0.01, step, 0);
            }
            return values.read();
        }
    }
}
