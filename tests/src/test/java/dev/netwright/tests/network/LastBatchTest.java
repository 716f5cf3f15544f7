package dev.netwright.tests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.StepEnd;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.training.TrainingListener;
import dev.netwright.tests.kernels.TestedKernels;
import dev.netwright.tests.kernels.WatchedKernels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LastBatchTest {
    private final List<Long> imagesAfterEachStep = new ArrayList<>();
    private final Training training = Training.with(Optimizer.sgd(0.1)).batch(3).listener(new TrainingListener() {
        @Override
        public void stepped(StepEnd step) {
            imagesAfterEachStep.add(step.images());
        }
    });

    @Test
    void aSingleImageLeftForANormIsRefusedBeforeTheFirstStep() {
        assertThatThrownBy(() -> NormedNetwork.TYPE.train(new Corners(7), training))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 images in batches of 3, which leaves 1 for the last")
                .hasMessageContaining("Training.dropLastBatch()")
                .hasMessageContaining("batch norm bn gets 5x1x1");
        assertThat(imagesAfterEachStep).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedKernels.class,
            names = {"ONEDNN", "ND4J"})
    void aRefusedBatchLeavesNoMemoryBehind(TestedKernels kernels) {
        WatchedKernels watched = WatchedKernels.of(kernels.create());
        assertThatThrownBy(() -> NormedNetwork.TYPE.train(new Corners(7), training.kernels(watched)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(watched.made()).isPositive();
        assertThat(watched.open()).isZero();
    }

    @Test
    void droppedItIsLeftOutOfTheEpoch() {
        try (NormedNetwork network = NormedNetwork.TYPE.train(new Corners(7), training.dropLastBatch())) {
            assertThat(imagesAfterEachStep).containsExactly(3L, 6L);
            assertThat(network.parameter("bn.running_mean")).doesNotContain(0);
        }
    }

    @Test
    void whereTwoAreLeftTheyAreLearned() {
        NormedNetwork.TYPE.train(new Corners(8), training).close();
        assertThat(imagesAfterEachStep).containsExactly(3L, 6L, 8L);
    }

    @Test
    void batchesOfOneAreRefusedEvenIfTheLastIsDropped() {
        assertThatThrownBy(() -> NormedNetwork.TYPE.train(
                        new Corners(8), training.batch(1).dropLastBatch()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose a batch of at least 2 images with Training.batch(...)");
    }
}
