package dev.netwright.tests.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.models.lenet.BatchNormLeNet28;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.source.FashionMnist;
import dev.netwright.runtime.training.Optimizer;
import dev.netwright.runtime.training.Training;
import dev.netwright.runtime.tuning.LearningRateFinder;
import dev.netwright.runtime.tuning.LearningRateSweep;
import org.junit.jupiter.api.Test;

final class LearningRateFinderTest {
    private static final ImageDataset CLOTHES = FashionMnist.bundledTrain().first(640);

    /** The tutorial takes 1.0 for this network; anything within a factor of 30 learns it. */
    @Test
    void theRateSuggestedForLeNetIsOneThatTrainsIt() {
        Training training = Training.with(Optimizer.sgd(1)).batch(64).seed(3);

        LearningRateSweep sweep = LearningRateFinder.sweep(BatchNormLeNet28.TYPE, CLOTHES, training);

        assertThat(sweep.suggestion()).isBetween(0.03, 10.0);
        assertThat(sweep.tried().get(0).rate()).isEqualTo(1e-6);
        assertThat(sweep.tried()).hasSizeBetween(60, 100);
        assertThat(sweep)
                .as("the same sweep again")
                .isEqualTo(LearningRateFinder.sweep(BatchNormLeNet28.TYPE, CLOTHES, training));
    }

    @Test
    void fewerImagesThanABatchAreRefused() {
        Training training = Training.with(Optimizer.sgd(1)).batch(64);

        assertThatThrownBy(() -> LearningRateFinder.sweep(BatchNormLeNet28.TYPE, CLOTHES.first(63), training))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected at least 64 images, found 63");
    }
}
