package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.models.lenet.LeNet28;
import dev.netwright.runtime.initialization.Initializer;
import dev.netwright.runtime.network.KernelSets;
import dev.netwright.runtime.network.NeuralNetwork;
import dev.netwright.tests.kernels.WatchedKernels;
import org.junit.jupiter.api.Test;

/** Memory for a forward pass is kept for the next of its size, but not for every size that there ever was. */
class IdleMemoryTest {
    private static final int MOST_SMALL = 8;
    private static final int LARGE = 2_500;

    private final WatchedKernels kernels = WatchedKernels.of(KernelSets.named("onednn"));

    @Test
    void ofManySmallBatchesTheLastEightAreKept() {
        try (NeuralNetwork network = network()) {
            for (int batch = 1; batch <= 40; batch++) {
                network.logits(images(batch), batch);
                assertThat(kernels.open()).isEqualTo(Math.min(batch, MOST_SMALL));
            }
            int made = kernels.made();
            for (int batch = 33; batch <= 40; batch++) {
                network.logits(images(batch), batch);
            }
            assertThat(kernels.made()).isEqualTo(made);
        }
        assertThat(kernels.open()).isEqualTo(0);
    }

    /** A data set in large batches, and its rest. */
    @Test
    void ofLargeBatchesTheLastTwoSizesAreKept() {
        try (NeuralNetwork network = network()) {
            for (int batch = LARGE; batch < LARGE + 4; batch++) {
                network.logits(images(batch), batch);
            }
            assertThat(kernels.open()).isEqualTo(2);
            int made = kernels.made();
            for (int i = 0; i < 3; i++) {
                network.logits(images(LARGE + 3), LARGE + 3);
                network.logits(images(LARGE + 2), LARGE + 2);
            }
            assertThat(kernels.made()).isEqualTo(made);
        }
        assertThat(kernels.open()).isEqualTo(0);
    }

    @Test
    void afterAWarmUpTheFirstPredictionMakesNothing() {
        try (NeuralNetwork network = network()) {
            float[] expected = network.logits(images(3), 3);
            network.warmUp(1);
            network.warmUp(3);
            int made = kernels.made();
            network.logits(images(1), 1);
            assertThat(network.logits(images(3), 3)).isEqualTo(expected);
            assertThat(kernels.made()).isEqualTo(made);
        }
    }

    @Test
    void aWarmUpOfNoImagesOrOfMoreThanAnArrayHoldsIsRejected() {
        try (NeuralNetwork network = network()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.warmUp(0))
                    .withMessage("a batch has at least 1 image, found 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.warmUp(Integer.MAX_VALUE))
                    .withMessageContaining("choose a batch of at most");
        }
        assertThat(kernels.made()).isEqualTo(0);
    }

    private NeuralNetwork network() {
        return LeNet28.TYPE.initialize(kernels, Initializer.PYTORCH, 0);
    }

    private static float[] images(int batch) {
        return new float[batch * LeNet28.TYPE.images().size()];
    }
}
