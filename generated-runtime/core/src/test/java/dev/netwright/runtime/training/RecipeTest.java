package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.BatchLoader;
import dev.netwright.runtime.data.ImageDataset;
import dev.netwright.runtime.data.ImageFormat;
import dev.netwright.runtime.kernel.DecayedParameters;
import dev.netwright.runtime.kernel.UpdateRule;
import dev.netwright.runtime.schedule.LearningRate;
import dev.netwright.runtime.schedule.RunPosition;
import dev.netwright.runtime.source.FashionMnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe is its source's numbers, and options like any others. */
class RecipeTest {
    @Test
    void theModernRecipeIsThatOfItsSourceForItsBatch() {
        Training modern = Recipe.modern();
        Optimizer optimizer = modern.optimizer();
        assertThat(optimizer.rule()).isEqualTo(new UpdateRule.Adam(0.9, 0.999, 1e-8, 0.05));
        assertThat(optimizer.decayed()).isEqualTo(DecayedParameters.WEIGHTS);
        assertThat(modern.epochs()).isEqualTo(300);
        assertThat(modern.batch()).isEqualTo(128);
        assertThat(modern.tail()).isEqualTo(BatchLoader.Tail.DROP);
        assertThat(modern.labelSmoothing()).isEqualTo(0.1);
        assertThat(modern.mixUp()).hasValue(0.8);
        assertThat(modern.cutMix()).hasValue(1);
        assertThat(modern.weightAveraging()).contains(new WeightAveraging(0.999, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 30})
    void theRateRisesForAFifteenthOfTheEpochsAndFallsAfterIt(int epochs) {
        LearningRate rate = Recipe.modern(epochs).optimizer().learningRate();
        int warm = epochs / 15;
        // ConvNeXt's 4e-3 for 4,096 images.
        double most = 4e-3 * 128 / 4096;
        assertThat(rate.at(RunPosition.of(10 * warm, 10, epochs))).isCloseTo(most, within(1e-12));
        assertThat(rate.at(RunPosition.of(5 * warm, 10, epochs))).isBetween(0.3 * most, 0.7 * most);
        assertThat(rate.at(RunPosition.of(10 * epochs - 1, 10, epochs))).isLessThan(0.01 * most);
    }

    @Test
    void itIsPrintedLineByLineAndChangedLikeAnyOther() {
        Training changed = Recipe.modern(90).batch(64).cutMix(0.5);
        assertThat(changed.toString().lines())
                .contains(
                        "batch: 64",
                        "last batch: DROP",
                        "optimizer: Adam[beta1=0.9, beta2=0.999, epsilon=1.0E-8, decay=0.05]",
                        "decayed: WEIGHTS",
                        "label smoothing: 0.1",
                        "mixup: 0.8",
                        "cutmix: 0.5",
                        "weight averaging: WeightAveraging[decay=0.999, warmUpEpochs=6]",
                        "epochs: 90")
                .noneMatch(line -> line.startsWith("seed"));
    }

    @Test
    void itsOptimizerIsReplacedAndTheRestStays() {
        Optimizer momentum = Optimizer.sgd(0.1).momentum(0.9);
        Training changed = Recipe.modern(90).optimizer(momentum);
        assertThat(changed.optimizer()).isEqualTo(momentum);
        assertThat(changed.toString().lines())
                .contains("mixup: 0.8", "cutmix: 1.0", "epochs: 90")
                .noneMatch(line -> line.contains("Adam") || line.startsWith("decayed: WEIGHTS"));
    }

    @Test
    void anOptionIsLeftOutAndHasItsDefaultThen() {
        Training changed = Recipe.modern(90).without(LearningOptions.CUT_MIX).without(LearningOptions.BATCH);
        assertThat(changed.cutMix()).isEmpty();
        assertThat(changed.batch()).isEqualTo(64);
        assertThat(changed.mixUp()).hasValue(0.8);
    }

    @Test
    void noOptionOfTheOptimizerIsLeftOut() {
        Training modern = Recipe.modern(90);
        assertThatThrownBy(() -> modern.without(LearningOptions.LEARNING_RATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("found learning rate", "optimizer(...)");
    }

    @Test
    void itsAugmentationGivesPicturesOfTheNetworksSize() {
        ImageDataset images = FashionMnist.bundledTrain().augmented(Recipe.modernAugmentation(20));
        assertThat(images.format()).isEqualTo(new ImageFormat(1, 20, 20));
    }

    @Test
    void aRunOfNoEpochsIsRefused() {
        assertThatThrownBy(() -> Recipe.modern(0)).hasMessageContaining("must be");
    }
}
