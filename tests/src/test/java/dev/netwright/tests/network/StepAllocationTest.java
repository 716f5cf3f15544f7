package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.network.NetworkType;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.runtime.training.EpochEnd;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.TinyVgg;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A warm training step allocates no buffer, neither on the Java heap nor in native memory.
 *
 * <p>What remains on the heap is ND4J's: about 1.5 KB for each native call, of which a step of these networks has 20 to 60; and
 * for each dropout 16 KB in which the generator computes side by side. None of it grows with the batch; only between the slices
 * of a join, where ND4J is called image by image, is there one native call for each image.
 */
class StepAllocationTest {
    private static final int IMAGES = 1100;
    private static final int SMALL_BATCH = 100;
    private static final int LARGE_BATCH = 500;

    /** The smallest buffer, the logits, of {@link #LARGE_BATCH} has 16,000 bytes more than of {@link #SMALL_BATCH}. */
    private static final long BETWEEN_BATCHES = 10_000;

    /** An eighth of the larger network's first activation in the small batch: 100 x 6 x 20 x 20 floats. */
    private static final long SMALL_CONSTANT = 120_000;

    static Stream<Arguments> runs() {
        return Stream.of(
                run(LeNet28.TYPE, "SGD", Optimizer.sgd(0.1)),
                run(LeNet28.TYPE, "Nesterov", Optimizer.sgd(0.1).momentum(0.9).nesterov()),
                run(TinyVgg.TYPE, "Adam", Optimizer.adam(1e-3)),
                run(TinyVgg.TYPE, "AdamW", Optimizer.adamW(1e-3, 0.05)));
    }

    private static Arguments run(NetworkType<?> type, String name, Optimizer optimizer) {
        return Arguments.of(Named.of(type.name(), type), name, optimizer);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("runs")
    void aWarmStepAllocatesASmallConstant(NetworkType<?> type, String name, Optimizer optimizer) {
        Meter small = measured(type, optimizer, SMALL_BATCH);
        Meter large = measured(type, optimizer, LARGE_BATCH);
        assertThat(small.medianHeapBytes())
                .as("bytes on the heap in a step of %s", name)
                .isLessThan(SMALL_CONSTANT);
        assertThat(large.medianHeapBytes() - small.medianHeapBytes())
                .as("bytes on the heap that a larger batch adds")
                .isLessThan(BETWEEN_BATCHES);
        assertThat(small.nativeObjects)
                .as("native buffers and contexts of each step")
                .isNotEmpty()
                .containsOnly(0L);
        assertThat(large.nativeObjects)
                .as("native buffers and contexts of each step")
                .isNotEmpty()
                .containsOnly(0L);
    }

    /** In the third epoch every session, that of the smaller last batch and of the test images included, has run before. */
    private static Meter measured(NetworkType<?> type, Optimizer optimizer, int batch) {
        Meter meter = new Meter();
        Training training = Training.with(optimizer)
                .batch(batch)
                .epochs(3)
                .test(Networks.images(type, 50))
                .listener(meter);
        try (NeuralNetwork network = type.train(Networks.images(type, IMAGES), training)) {
            assertThat(network.type()).isEqualTo(type);
        }
        return meter;
    }

    /** On the training thread, from the end of one step to the end of the next, evaluations between them included. */
    private static final class Meter implements TrainingListener {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final List<Long> heapBytes = new ArrayList<>();
        private final List<Long> nativeObjects = new ArrayList<>();
        private long bytesBefore;
        private long objectsBefore;

        @Override
        public void stepped(StepEnd step) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            // ND4J numbers whatever it will have to free; asking for a number takes one.
            long objects = Nd4j.getDeallocatorService().nextValue();
            if (step.epoch() == step.epochs()) {
                heapBytes.add(bytes - bytesBefore);
                nativeObjects.add(objects - objectsBefore - 1);
            }
            objectsBefore = objects;
            bytesBefore = threads.getCurrentThreadAllocatedBytes();
        }

        @Override
        public void epochEnded(EpochEnd epoch) {
            bytesBefore = threads.getCurrentThreadAllocatedBytes();
        }

        /** The median, because an epoch's first step draws the order of its images. */
        long medianHeapBytes() {
            return heapBytes.stream().sorted().toList().get(heapBytes.size() / 2);
        }
    }
}
