package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.operation.Shape;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.random.CounterRandom;
import dev.netwright.runtime.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Masks follow from seed, step, position and index in the logical order, on every kernel set. */
@Tag("numeric")
class DropoutMaskTest {
    private static final Shape SHAPE = Shape.image(3, 2, 4);
    private static final int BATCH = 3;
    private static final double RATE = 0.4;

    @ParameterizedTest
    @CsvSource({"ND4J, true", "ND4J, false", "ND4J_UNDER_CUDA_POLICY, true", "REFERENCE, true", "REFERENCE, false"})
    void theMaskIsTheCounterBasedGenerators(TestedKernels kernels, boolean inPlace) {
        boolean[] expected = new boolean[BATCH * SHAPE.size()];
        float[] mask = new float[expected.length];
        CounterRandom.seeded(5).fillDropoutMask(RandomStream.dropout(1), 9, (float) (1 - RATE), mask, mask.length);
        for (int i = 0; i < mask.length; i++) {
            expected[i] = mask[i] > 0;
        }
        assertThat(kept(kernels.create(), 5, 9, 1, inPlace)).isEqualTo(expected).contains(true, false);
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedStepOrPositionGivesAnotherMask(TestedKernels kernels) {
        KernelSet set = kernels.create();
        boolean[] mask = kept(set, 5, 9, 1, true);
        assertThat(kept(set, 5, 9, 1, true)).as("the same again").isEqualTo(mask);
        assertThat(kept(set, 6, 9, 1, true)).as("another seed").isNotEqualTo(mask);
        assertThat(kept(set, 5, 10, 1, true)).as("another step").isNotEqualTo(mask);
        assertThat(kept(set, 5, 9, 0, true)).as("another position").isNotEqualTo(mask);
    }

    /** Which values of the batch a gradient comes back to; {@code source.weight} holds image n backwards in column n. */
    private static boolean[] kept(KernelSet set, long seed, int step, int position, boolean inPlace) {
        SingleKernelNetwork network =
                SingleKernelNetwork.innerLayer(new TestedDropout(SHAPE, SHAPE, RATE, position, inPlace));
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
