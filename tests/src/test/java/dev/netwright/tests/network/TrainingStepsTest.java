package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.PictureValues;
import dev.netwright.runtime.kernel.SingleValueNormException;
import dev.netwright.runtime.network.TrainingSteps;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class TrainingStepsTest {
    private static final Corners BATCH = new Corners(6);

    @Test
    void gradientDescentMovesEachParameterAgainstItsGradient() {
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            float[] before = network.parameter("features.weight");
            steps.load(BATCH.images(), BATCH.classes());
            steps.forward();
            steps.backward();
            float[] gradient = steps.gradient("features.weight");
            steps.update(0.5);
            float[] after = network.parameter("features.weight");
            assertThat(gradient).isNotEqualTo(new float[20]);
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i]).isCloseTo(before[i] - 0.5f * gradient[i], within(1e-6f));
            }
        }
    }

    @Test
    void aFewStepsLearnABatch() {
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            steps.load(BATCH.images(), BATCH.classes());
            steps.forward();
            double first = steps.loss();
            for (int step = 0; step < 60; step++) {
                steps.backward();
                steps.update(0.5);
                steps.forward();
            }
            assertThat(steps.loss()).isLessThan(first / 4);
            assertThat(steps.correct()).isEqualTo(6);
            assertThat(steps.batch()).isEqualTo(6);
        }
    }

    @Test
    void callsInAnotherOrderAreRefused() {
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            assertMissing("load(...)", steps::forward);
            steps.load(BATCH.images(), BATCH.classes());
            assertMissing("forward()", steps::backward);
            assertMissing("forward()", steps::loss);
            steps.forward();
            assertMissing("backward()", () -> steps.update(0.1));
            assertMissing("backward()", () -> steps.gradient("bn.weight"));
            steps.backward();
            assertMissing("forward()", steps::backward);
            steps.update(0.1);
            assertMissing("backward()", () -> steps.gradient("bn.weight"));
            assertThat(steps.loss()).isPositive();
        }
    }

    @Test
    void aNetworkHasTheStepsOfOneAtATime() {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            try (TrainingSteps first = network.steps(6, 0)) {
                assertThat(first.batch()).isEqualTo(6);
                assertThatThrownBy(() -> network.steps(6, 0))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("already has training steps");
            }
            try (TrainingSteps next = network.steps(4, 0)) {
                assertThat(next.batch()).isEqualTo(4);
            }
        }
    }

    @Test
    void logitsOfMoreOrFewerNumbersThanTheBatchHasAreRefused() {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            for (int length : new int[] {0, 7, 9, 16}) {
                assertThatThrownBy(() -> network.logits(new float[length], 2))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(NormedNetwork.class.getName()
                                + " takes images of 1x2x2: a batch of 2 needs 8 numbers, found " + length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e19f})
    void logitsOfAValueThatNoPictureHasAreRefusedByItsPlace(float value) {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            float[] images = new float[8];
            images[6] = value;
            assertThatThrownBy(() -> network.logits(images, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(NormedNetwork.class.getName()
                            + " takes finite values of a magnitude of at most 1.0E18, found " + value
                            + " at index 2 of image 1");
            images[6] = (float) PictureValues.LARGEST;
            assertThat(network.logits(images, 2)).hasSize(6);
        }
    }

    @Test
    void aBatchOfNoImagesIsRefused() {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            assertThatThrownBy(() -> network.logits(new float[0], -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a batch has at least 1 image, found -1");
        }
    }

    @Test
    void sharesOfClassesThatDontAddUpToOneAreRefused() {
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            assertThatThrownBy(() -> steps.load(BATCH.images(), new float[18]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "the shares of the classes in image 0 of the batch must be at least 0 and add up to 1");
        }
    }

    @Test
    void runningStatisticsHaveNoGradient() {
        try (NormedNetwork network = NormedNetwork.initialized();
                TrainingSteps steps = network.steps(6, 0)) {
            steps.load(BATCH.images(), BATCH.classes());
            steps.forward();
            steps.backward();
            assertThatThrownBy(() -> steps.gradient("bn.running_mean"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bn.running_mean");
        }
    }

    @Test
    void aNormOfOneImageIsRefused() {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            assertThatThrownBy(() -> network.steps(1, 0)).isInstanceOf(SingleValueNormException.class);
        }
    }

    @Test
    void nothingRunsOnMemoryThatWasFreed() {
        NormedNetwork network = NormedNetwork.initialized();
        TrainingSteps closed = network.steps(6, 0);
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.load(BATCH.images(), BATCH.classes()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a stepper of " + NormedNetwork.class.getName() + " is closed");
        try (TrainingSteps orphaned = network.steps(6, 0)) {
            orphaned.load(BATCH.images(), BATCH.classes());
            network.close();
            assertThatThrownBy(orphaned::forward)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(NormedNetwork.class.getName() + " is closed");
        }
        assertThatThrownBy(() -> network.steps(6, 0)).isInstanceOf(IllegalStateException.class);
    }

    /** At inference each image is computed by itself, whatever batch it is in. */
    @Test
    void logitsHaveARowForEachImage() {
        try (NormedNetwork network = NormedNetwork.initialized()) {
            float[] together = network.logits(BATCH.images(), 6);
            assertThat(together).hasSize(18);
            for (int image = 0; image < 6; image++) {
                float[] alone = network.logits(Arrays.copyOfRange(BATCH.images(), 4 * image, 4 * image + 4), 1);
                for (int k = 0; k < 3; k++) {
                    assertThat(together[3 * image + k]).isCloseTo(alone[k], within(1e-6f));
                }
            }
        }
    }

    private static void assertMissing(String call, ThrowingCallable misuse) {
        assertThatThrownBy(misuse)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call " + call + " first");
    }
}
