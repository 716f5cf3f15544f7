package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss where a naive one overflows, underflows or is in doubt. Expected values follow from the formula by hand. */
class SoftmaxCrossEntropyConformanceTest {
    @ParameterizedTest
    @EnumSource
    void extremeLogitsGiveFiniteLossAndGradient(TestedKernels kernels) {
        float[][] logits = {{1e4f, -1e4f, 0}, {-1e4f, 1e4f, 0}, {1e4f, 1e4f, -1e4f}, {-1e4f, -1e4f, -1e4f}};
        Observation step = step(kernels.create(), logits, 0, 0, 1, 2);
        // Losses: 0; 2e4; ln 2; ln 3.
        assertThat(step.loss()).isCloseTo((2e4 + Math.log(2) + Math.log(3)) / 4, within(1e-2));
        float third = 1f / 3;
        assertGradient(step, 0, 0, 0, 0);
        assertGradient(step, 1, -1, 1, 0);
        assertGradient(step, 2, 0.5f, -0.5f, 0);
        assertGradient(step, 3, third, third, third - 1);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheLargestLogitsTheFirstIsTheAnswer(TestedKernels kernels) {
        float[][] logits = {{2, 2, 2}, {2, 2, 2}, {-1, 3, 3}, {-1, 3, 3}};
        KernelSet set = kernels.create();
        assertThat(step(set, logits, 0, 0, 1, 1).correct()).isEqualTo(4);
        assertThat(step(set, logits, 1, 2, 2, 2).correct()).isZero();
        assertThat(step(set, logits, 0, 1, 1, 2).correct()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void equalLogitsCostTheLogarithmOfTheNumberOfClasses(TestedKernels kernels) {
        float[][] logits = new float[4][3];
        assertThat(step(kernels.create(), logits, 0, 1, 2, 0).loss()).isCloseTo(Math.log(3), within(1e-6));
    }

    private static void assertGradient(Observation step, int image, float... ofUnitBatch) {
        float[] gradient = step.gradient("logits.weight");
        for (int k = 0; k < 3; k++) {
            assertThat(gradient[k * 4 + image])
                    .as("gradient of image %d, class %d", image, k)
                    .isCloseTo(ofUnitBatch[k] / 4, within(1e-6f));
        }
    }

    private static Observation step(KernelSet set, float[][] logits, int... labels) {
        LogitsNetwork network = new LogitsNetwork(4, 3);
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            network.write(parameters, logits);
            workspace.reserve(Mode.TRAINING, 4);
            return Observation.ofStep(workspace.training(4), parameters, network.batch(labels), 0);
        }
    }
}
