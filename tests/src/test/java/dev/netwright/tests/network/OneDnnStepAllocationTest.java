package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.onednn.OneDnnKernelSet;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.network.TrainingSteps;
import dev.netwright.tests.kernels.TinyVgg;
import dev.netwright.tests.models.NormedLayers;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A warm training step on oneDNN's kernels makes nothing, neither on the Java heap nor off it. */
class OneDnnStepAllocationTest {
    private static final int BATCH = 8;
    private static final int WARM_UP = 30;
    private static final int STEPS = 50;

    /** What the calls of a step make beside the kernels, whose number doesn't grow with the network: objects of {@code TrainingSteps}. */
    private static final long BYTES_AROUND_A_STEP = 1_000;

    private static final UpdateRule MOMENTUM = new UpdateRule.GradientDescent(0.9, false);

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of(LeNet28.TYPE, MOMENTUM),
                Arguments.of(BatchNormLeNet28.TYPE, MOMENTUM),
                Arguments.of(TinyVgg.TYPE, MOMENTUM),
                Arguments.of(NormedLayers.TYPE, MOMENTUM),
                Arguments.of(TinyVgg.TYPE, new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05)),
                Arguments.of(LeNet28.TYPE, new UpdateRule.RmsProp(0.99, 1e-8, 0.9)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aWarmStepMakesNothing(NetworkType<?> type, UpdateRule rule) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (NeuralNetwork network = type.initialize(OneDnnKernelSet.create(), Initializer.PYTORCH, 1);
                TrainingSteps steps = network.steps(BATCH, rule, 1)) {
            float[] images = new float[BATCH * type.images().size()];
            int[] labels = new int[BATCH];
            run(steps, images, labels, WARM_UP);
            long objects = Pointer.totalCount();
            long bytes = threads.getCurrentThreadAllocatedBytes();

            run(steps, images, labels, STEPS);

            long made = threads.getCurrentThreadAllocatedBytes() - bytes;
            assertThat(made / STEPS)
                    .as("bytes on the heap in a step")
                    .isLessThan(BYTES_AROUND_A_STEP + dropoutBytes(type));
            assertThat(Pointer.totalCount()).as("native objects").isEqualTo(objects);
        }
    }

    /** The generator computes a dropout's mask in pieces of 16 KB, and a stochastic depth's likewise. */
    private static long dropoutBytes(NetworkType<?> type) {
        if (type == NormedLayers.TYPE) {
            return 60_000;
        }
        return type == TinyVgg.TYPE ? 40_000 : 0;
    }

    private static void run(TrainingSteps steps, float[] images, int[] labels, int count) {
        for (int i = 0; i < count; i++) {
            steps.load(images, labels);
            steps.forward();
            steps.backward();
            steps.update(0.01);
        }
    }
}
