package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    /** Five cats, of which one was taken for a dog and one for a cow; three dogs; and no cow. */
    private static final Evaluation COUNTED = new Evaluation(
            List.of("cat", "dog", "cow"), new ConfusionMatrix(new int[][] {{3, 1, 1}, {0, 3, 0}, {0, 0, 0}}), 2, 7);

    @Test
    void sharesAreThoseOfTheCounts() {
        assertThat(COUNTED.images()).isEqualTo(8);
        assertThat(COUNTED.accuracy()).isEqualTo(6.0 / 8);
        assertThat(COUNTED.topNAccuracy()).isEqualTo(7.0 / 8);
        assertThat(COUNTED.precision(0)).isEqualTo(1);
        assertThat(COUNTED.recall(0)).isEqualTo(0.6);
        assertThat(COUNTED.f1(0)).isCloseTo(0.75, within(1e-15));
        assertThat(COUNTED.precision(1)).isEqualTo(0.75);
        assertThat(COUNTED.recall(1)).isEqualTo(1);
        assertThat(COUNTED.f1(1)).isCloseTo(6.0 / 7, within(1e-15));
    }

    @Test
    void aClassWithoutImagesHasNoRecallAndCountsInNoMeanOfIt() {
        assertThat(COUNTED.recall(2)).isZero();
        assertThat(COUNTED.precision(2)).isZero();
        assertThat(COUNTED.f1(2)).isZero();
        assertThat(COUNTED.recall()).isCloseTo((0.6 + 1) / 2, within(1e-15));
        assertThat(COUNTED.precision()).isCloseTo((1 + 0.75 + 0) / 3, within(1e-15));
        assertThat(COUNTED.f1()).isCloseTo((0.75 + 6.0 / 7) / 2, within(1e-15));
    }

    @Test
    void ofNothingAllIsZero() {
        Evaluation nothing = new Evaluation(List.of("a", "b"), new ConfusionMatrix(new int[2][2]), 1, 0);
        assertThat(nothing.accuracy()).isZero();
        assertThat(nothing.precision()).isZero();
        assertThat(nothing.f1()).isZero();
    }

    @Test
    void theTextHasMeansClassesAndTheMostFrequentMistakes() {
        assertThat(COUNTED.stats().lines())
                .containsExactly(
                        "accuracy 0.750 on 8 pictures",
                        "top-2 accuracy 0.875",
                        "means over classes: precision 0.583, recall 0.800, F1 0.804",
                        "",
                        "class  precision  recall     F1  pictures",
                        "cat        1.000   0.600  0.750         5",
                        "dog        0.750   1.000  0.857         3",
                        "cow        0.000   0.000  0.000         0",
                        "",
                        "most often taken for another:",
                        "       1  cat for dog",
                        "       1  cat for cow");
    }

    @Test
    void everyClassNeedsAName() {
        assertThatThrownBy(() -> new Evaluation(List.of("a"), new ConfusionMatrix(new int[2][2]), 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an evaluation of 2 classes needs a name for each, found 1");
    }
}
