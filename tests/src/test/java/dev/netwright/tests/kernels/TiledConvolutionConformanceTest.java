package dev.netwright.tests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.operation.Mode;
import dev.netwright.runtime.kernel.KernelSet;
import dev.netwright.runtime.kernel.ParameterMemory;
import dev.netwright.runtime.kernel.TrainingSession;
import dev.netwright.runtime.kernel.Workspace;
import dev.netwright.tests.kernels.reference.ReferenceKernelSet;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions by minimal filtering in tiles, which the cost table chooses for larger sizes only, at sizes that the reference can compute. */
@Tag("numeric")
class TiledConvolutionConformanceTest {
    private static final String WAY = "netwright.way";
    private static final long SEED = 42;
    private static final int STEP = 7;
    private static final int WARM_STEPS = 30;

    /** The call that reads the counter, and iterators that C2 hasn't removed yet. */
    private static final long MOST_BYTES = 512;

    @BeforeAll
    static void preferTiles() {
        System.setProperty(WAY, "tiles");
    }

    @AfterAll
    static void preferNothing() {
        System.clearProperty(WAY);
    }

    static Stream<TestNetwork> networks() {
        return KernelCases.inTiles();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void forwardAndBackwardEqualTheReference(TestNetwork network) {
        for (int size : network.batches()) {
            TestBatch batch = network.batch(size);
            step(OneDnnKernelSet.create(), network, batch).isCloseTo(step(new ReferenceKernelSet(), network, batch));
            assertThat(RelativeError.between(
                            Observation.logits(OneDnnKernelSet.create(), network, batch),
                            Observation.logits(new ReferenceKernelSet(), network, batch)))
                    .as("logits of a batch of %d", size)
                    .isLessThan(Observation.FLOAT32_BOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void tilesAreWhatComputesThem(TestNetwork network) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        try (ParameterMemory parameters = kernels.allocate(network.parameters())) {
            for (Mode mode : Mode.values()) {
                assertThat(kernels.primitives(parameters, network.programs(), mode, 3)
                                .implementations())
                        .anyMatch(name -> name.contains(" forward winograd with "));
            }
            assertThat(kernels.primitives(parameters, network.programs(), Mode.TRAINING, 3)
                            .implementations())
                    .anyMatch(name -> name.contains(" backward winograd with "));
        }
    }

    /** Native code is called through prepared arguments, and threads share arrays that exist: only JVM's own bookkeeping may allocate. */
    @ParameterizedTest
    @MethodSource("networks")
    void aWarmStepAllocatesNothing(TestNetwork network) {
        OneDnnKernelSet kernels = OneDnnKernelSet.create();
        TestBatch batch = network.batch(3);
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = kernels.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, 3);
            TrainingSession session = workspace.training(3);
            session.load(batch.images(), batch.labels(), STEP);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < WARM_STEPS; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                session.program().forward();
                session.program().backward();
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).isLessThan(MOST_BYTES);
        }
    }

    private static Observation step(KernelSet kernels, TestNetwork network, TestBatch batch) {
        try (ParameterMemory parameters = kernels.allocate(network.parameters());
                Workspace workspace = kernels.workspace(parameters, network.programs(), SEED)) {
            TestBatch.fill(parameters);
            workspace.reserve(Mode.TRAINING, batch.size());
            return Observation.ofStep(workspace.training(batch.size()), parameters, batch, STEP);
        }
    }
}
