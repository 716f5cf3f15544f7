package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictions' convolutions out of patches, which the cost table chooses for large weights only, at sizes that the reference can compute. */
@Tag("numeric")
class PatchConvolutionConformanceTest {
    private static final String WAY = "netwright.way";
    private static final long SEED = 42;

    @BeforeAll
    static void preferPatches() {
        System.setProperty(WAY, "patches");
    }

    @AfterAll
    static void preferNothing() {
        System.clearProperty(WAY);
    }

    static Stream<TestNetwork> networks() {
        return KernelCases.ofPatches();
    }

    /** The second prediction finds the borders of the patches as the first has left them. */
    @ParameterizedTest
    @MethodSource("networks")
    void predictionsEqualTheReferenceAgainAndAgain(TestNetwork network) {
        for (int size : network.batches()) {
            TestBatch batch = network.batch(size);
            float[] expected = Observation.logits(new ReferenceKernelSet(), network, batch);
            OneDnnKernelSet kernels = OneDnnKernelSet.create();
            try (ParameterMemory parameters = kernels.allocate(network.parameters());
                    Workspace workspace = kernels.workspace(parameters, network.programs(), SEED)) {
                TestBatch.fill(parameters);
                workspace.reserve(Mode.INFERENCE, size);
                float[] first = Observation.logits(workspace.inference(size), batch, TestNetwork.CLASSES);
                assertThat(RelativeError.between(first, expected))
                        .as("logits of a batch of %d", size)
                        .isLessThan(Observation.FLOAT32_BOUND);
                assertThat(Observation.logits(workspace.inference(size), batch, TestNetwork.CLASSES))
                        .isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void thePatchesAreConvolvedByCodeForOnePixel(TestNetwork network) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(network.parameters())) {
            assertThat(kernels.primitives(parameters, network.programs(), Mode.INFERENCE, 1)
                            .implementations())
                    .anyMatch(name -> name.contains(" forward jit_1x1:"));
        }
    }

    /** Bytes are counted when a batch is reserved: with the weights that exist by then. */
    @Test
    void weightsAreHeldOnceForPatchesAndForWholeWindows() {
        TestNetwork network = networks().findFirst().orElseThrow();
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace patches = kernels.workspace(parameters, network.programs(), SEED);
                Workspace windows = kernels.workspace(parameters, network.programs(), SEED);
                Workspace sameWindows = kernels.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            patches.reserve(Mode.INFERENCE, 1);
            patches.inference(1);
            try {
                preferNothing();
                windows.reserve(Mode.INFERENCE, 2);
                windows.inference(2);
                sameWindows.reserve(Mode.INFERENCE, 2);
            } finally {
                preferPatches();
            }
            assertThat(windows.boundBytes()).isEqualTo(sameWindows.boundBytes());
        }
    }
}
