package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.BindingOptions;
import dev.netwright.runtime.kernel.FrozenLayers;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss where a naive one overflows, underflows or is in doubt. Expected values follow from the formula by hand. */
@Tag("numeric")
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

    /**
     * <pre>{@code
     * import torch, torch.nn.functional as F          # 1.13
     * w = torch.tensor([[0.3*k - 0.2*n + 0.1*k*n for n in range(4)] for k in range(3)], requires_grad=True)
     * loss = F.cross_entropy(w.T, torch.tensor([0, 1, 2, 1]), label_smoothing=0.1)
     * loss.backward(); print(loss.item(), w.grad)
     * }</pre>
     */
    @ParameterizedTest
    @EnumSource
    void smoothedLabelsCostWhatTheyDoInPyTorch(TestedKernels kernels) {
        float[][] logits = new float[4][3];
        for (int n = 0; n < 4; n++) {
            for (int k = 0; k < 3; k++) {
                logits[n][k] = 0.3f * k - 0.2f * n + 0.1f * k * n;
            }
        }
        Observation step = step(kernels.create(), logits, new BindingOptions(0, 0.1, FrozenLayers.NONE), 0, 1, 2, 1);
        assertThat(step.loss()).isCloseTo(1.1237748, within(1e-6));
        assertThat(step.gradient("logits.weight"))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(
                        -0.1734097f,
                        0.0446623f,
                        0.0382476f,
                        0.0323685f,
                        0.0725551f,
                        -0.1542731f,
                        0.0684656f,
                        -0.1591698f,
                        0.1008546f,
                        0.1096107f,
                        -0.1067132f,
                        0.1268014f);
        assertThat(step.correct())
                .isEqualTo(step(kernels.create(), logits, 0, 1, 2, 1).correct());
    }

    /**
     * The logits above, and
     *
     * <pre>{@code
     * t = torch.tensor([[0.75, 0.25, 0], [0, 0.4, 0.6], [0.2, 0.3, 0.5], [0, 1, 0]])
     * loss = F.cross_entropy(w.T, t, label_smoothing=0.1)
     * loss.backward(); print(loss.item(), w.grad, (w.T.argmax(1) == t.argmax(1)).sum())
     * }</pre>
     */
    @ParameterizedTest
    @EnumSource
    void sharesOfClassesCostWhatTheyDoInPyTorch(TestedKernels kernels) {
        float[][] logits = new float[4][3];
        for (int n = 0; n < 4; n++) {
            for (int k = 0; k < 3; k++) {
                logits[n][k] = 0.3f * k - 0.2f * n + 0.1f * k * n;
            }
        }
        float[] shares = {0.75f, 0.25f, 0, 0, 0.4f, 0.6f, 0.2f, 0.3f, 0.5f, 0, 1, 0};
        Observation step = shared(kernels.create(), logits, new BindingOptions(0, 0.1, FrozenLayers.NONE), shares);
        assertThat(step.loss()).isCloseTo(1.1316497886115096, within(1e-6));
        assertThat(step.gradient("logits.weight"))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(
                        -0.1171597f,
                        0.0446623f,
                        -0.0067524f,
                        0.0323685f,
                        0.0163051f,
                        -0.0192731f,
                        0.0009656f,
                        -0.1591698f,
                        0.1008546f,
                        -0.0253893f,
                        0.0057868f,
                        0.1268014f);
        assertThat(step.correct()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void sharesOfOneAreLabels(TestedKernels kernels) {
        float[][] logits = {{1e4f, -1e4f, 0}, {-1e4f, 1e4f, 0}, {1e4f, 1e4f, -1e4f}, {-1e4f, -1e4f, -1e4f}};
        float[] shares = {1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
        Observation step = shared(kernels.create(), logits, BindingOptions.seeded(0), shares);
        Observation labelled = step(kernels.create(), logits, 0, 0, 1, 2);
        assertThat(step.loss()).isCloseTo(labelled.loss(), within(1e-3));
        assertThat(step.gradient("logits.weight")).isEqualTo(labelled.gradient("logits.weight"));
        assertThat(step.correct()).isEqualTo(labelled.correct());
    }

    /** The image's value of 1e30 takes the weight of -1e30 beyond float's range. */
    @ParameterizedTest
    @EnumSource
    void aClassWithoutAShareMayHaveALogitOfMinusInfinity(TestedKernels kernels) {
        LogitsNetwork network = new LogitsNetwork(4, 3);
        KernelSet set = kernels.create();
        float[][] logits = {{-1e30f, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        float[] images = network.batch(0, 0, 0, 0).images().clone();
        images[0] = 1e30f;
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), BindingOptions.seeded(0))) {
            network.write(parameters, logits);
            workspace.reserve(Mode.TRAINING, 4);
            TrainingSession session = workspace.training(4);
            session.load(images, new float[] {0, 0.5f, 0.5f, 0, 1, 0, 0, 1, 0, 0, 1, 0}, 0);
            session.program().forward();
            assertThat(session.program().loss()).isCloseTo((Math.log(2) + 3 * Math.log(3)) / 4, within(1e-6));
        }
    }

    /** A step that is given labels after one that was given shares. */
    @ParameterizedTest
    @EnumSource
    void sharesAreForgottenWithTheirBatch(TestedKernels kernels) {
        LogitsNetwork network = new LogitsNetwork(4, 3);
        KernelSet set = kernels.create();
        float[][] logits = {{1, 2, 3}, {3, 1, 2}, {2, 3, 1}, {0, 0, 0}};
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), 0)) {
            network.write(parameters, logits);
            workspace.reserve(Mode.TRAINING, 4);
            TestBatch batch = network.batch(0, 1, 2, 0);
            workspace.training(4).load(batch.images(), new float[] {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0}, 0);
            workspace.training(4).program().forward();
            workspace.training(4).program().backward();
            Observation.ofStep(workspace.training(4), parameters, batch, 0)
                    .isEqualTo(step(kernels.create(), logits, 0, 1, 2, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void smoothingKeepsExtremeLogitsFinite(TestedKernels kernels) {
        float[][] logits = {{1e4f, -1e4f, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        Observation step = step(kernels.create(), logits, new BindingOptions(0, 0.3, FrozenLayers.NONE), 0, 0, 0, 0);
        // 0.3 / 3 of the distances 2e4 and 1e4; and three times ln 3.
        assertThat(step.loss()).isCloseTo((3e3 + 3 * Math.log(3)) / 4, within(1e-2));
        assertGradient(step, 0, 0.2f, -0.1f, -0.1f);
    }

    private static void assertGradient(Observation step, int image, float... ofUnitBatch) {
        float[] gradient = step.gradient("logits.weight");
        for (int k = 0; k < 3; k++) {
            assertThat(gradient[k * 4 + image])
                    .as("gradient of image %d, class %d", image, k)
                    .isCloseTo(ofUnitBatch[k] / 4, within(1e-6f));
        }
    }

    private static Observation shared(KernelSet set, float[][] logits, BindingOptions options, float... shares) {
        LogitsNetwork network = new LogitsNetwork(4, 3);
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), options)) {
            network.write(parameters, logits);
            workspace.reserve(Mode.TRAINING, 4);
            workspace.training(4).load(network.batch(0, 0, 0, 0).images(), shares, 0);
            return Observation.ofLoaded(workspace.training(4), parameters);
        }
    }

    private static Observation step(KernelSet set, float[][] logits, int... labels) {
        return step(set, logits, BindingOptions.seeded(0), labels);
    }

    private static Observation step(KernelSet set, float[][] logits, BindingOptions options, int... labels) {
        LogitsNetwork network = new LogitsNetwork(4, 3);
        try (ParameterMemory parameters = set.allocate(network.parameters());
                Workspace workspace = set.workspace(parameters, network.programs(), options)) {
            network.write(parameters, logits);
            workspace.reserve(Mode.TRAINING, 4);
            return Observation.ofStep(workspace.training(4), parameters, network.batch(labels), 0);
        }
    }
}
