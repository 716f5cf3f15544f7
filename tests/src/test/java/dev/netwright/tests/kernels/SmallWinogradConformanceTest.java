package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.runtime.machine.Processor;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictions by the library's F(2x2, 3x3), which the cost table chooses for larger sizes only, at sizes that the reference can compute. */
@Tag("numeric")
class SmallWinogradConformanceTest {
    private static final String WAY = "netwright.way";
    private static final long SEED = 42;

    @BeforeAll
    static void preferIt() {
        assumeTrue(
                Processor.present().hasAvx512().orElse(false) && !isLimited(), "the library has it with AVX-512 only");
        System.setProperty(WAY, "small_winograd");
    }

    private static boolean isLimited() {
        return System.getenv("ONEDNN_MAX_CPU_ISA") != null || System.getenv("DNNL_MAX_CPU_ISA") != null;
    }

    @AfterAll
    static void preferNothing() {
        System.clearProperty(WAY);
    }

    static Stream<TestNetwork> networks() {
        return KernelCases.bySmallWinograd();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void predictionsEqualTheReference(TestNetwork network) {
        for (int size : new int[] {1, 2}) {
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

    /** Of which sizes the library makes F(4x4, 3x3) instead is its own choice, which depends on the threads. */
    @Test
    void theLibraryComputesSomeOfThemSo() {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        List<String> code = networks()
                .flatMap(network -> {
                    try (ParameterMemory parameters = kernels.allocate(network.parameters())) {
                        return kernels
                                .primitives(parameters, network.programs(), Mode.INFERENCE, 1)
                                .implementations()
                                .stream();
                    }
                })
                .toList();
        assertThat(code).anyMatch(name -> name.contains(" forward jit_fp32_wino_2x3:"));
    }
}
