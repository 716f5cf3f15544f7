package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.operation.ActivationFunction;
import dev.netwright.operation.Mode;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks follow from seed, step, position and index in the logical order, on every kernel set. */
@Tag("numeric")
class DropoutMaskTest {
    private static final Shape SHAPE = Shape.image(3, 2, 4);
    private static final int BATCH = 3;
    private static final double RATE = 0.4;

    @ParameterizedTest(name = "{0}, behind a {1}")
    @MethodSource("everywhere")
    void theMaskIsTheCounterBasedGenerators(TestedKernels kernels, ActivationFunction before) {
        boolean[] expected = new boolean[BATCH * SHAPE.size()];
        Arrays.fill(expected, true);
        for (int position = 0; position < 2; position++) {
            float[] mask = new float[expected.length];
            CounterRandom.seeded(5)
                    .fillDropoutMask(RandomStream.dropout(position), 9, (float) (1 - RATE), mask, mask.length);
            for (int i = 0; i < mask.length; i++) {
                expected[i] &= mask[i] > 0;
            }
        }
        assertThat(kept(kernels.create(), before, 5, 9, 2)).isEqualTo(expected).contains(true, false);
    }

    /** Behind no function a mask may be multiplied in place, behind a sigmoid it may not. */
    static Stream<Arguments> everywhere() {
        return Stream.of(TestedKernels.values())
                .flatMap(kernels -> Stream.of(ActivationFunction.IDENTITY, ActivationFunction.SIGMOID)
                        .map(before -> Arguments.of(kernels, before)));
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedStepOrPositionGivesAnotherMask(TestedKernels kernels) {
        KernelSet set = kernels.create();
        ActivationFunction none = ActivationFunction.IDENTITY;
        boolean[] mask = kept(set, none, 5, 9, 1);
        assertThat(kept(set, none, 5, 9, 1)).as("the same again").isEqualTo(mask);
        assertThat(kept(set, none, 6, 9, 1)).as("another seed").isNotEqualTo(mask);
        assertThat(kept(set, none, 5, 10, 1)).as("another step").isNotEqualTo(mask);
        assertThat(kept(set, none, 5, 9, 2)).as("another behind it").isNotEqualTo(mask);
    }

    /**
     * Which values of the batch a gradient comes back to through some dropouts, one behind the other; {@code source.weight} holds
     * image n backwards in column n.
     */
    private static boolean[] kept(KernelSet set, ActivationFunction before, long seed, int step, int dropouts) {
        SingleKernelNetwork network =
                SingleKernelNetwork.behind(before, new TestedDropout(SHAPE, false, RATE, dropouts - 1));
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), seed)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, BATCH);
            float[] gradient = Observation.ofStep(workspace.training(BATCH), parameters, network.batch(BATCH), step)
                    .gradient("source.weight");
            boolean[] kept = new boolean[BATCH * SHAPE.size()];
            int plane = SHAPE.height() * SHAPE.width();
            for (int i = 0; i < kept.length; i++) {
                int n = i / SHAPE.size();
                int c = i % SHAPE.size() / plane;
                int backwards = plane - 1 - i % plane;
                kept[i] = gradient[(c * SingleKernelNetwork.LARGEST_BATCH + n) * plane + backwards] != 0;
            }
            assertThat(Arrays.equals(kept, new boolean[kept.length])).isFalse();
            return kept;
        }
    }
}
