package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestEvaluationTest {
    private final TestEvaluation evaluation = new TestEvaluation(3);

    @Test
    void aMistakeHasItsImageItsClassesAndItsProbability() {
        // >>> torch.softmax(torch.tensor([1., 3., 2.]), 0)  ->  [0.0900, 0.6652, 0.2447]
        evaluation.image(2, new float[] {9, 1, 3, 2}, 1, 3);
        evaluation.image(1, new float[] {1, 3, 2}, 0, 3);
        evaluation.image(0, new float[] {1, 3, 2}, 0, 3);
        assertThat(evaluation.outcome().worst())
                .extracting(Mistake::image, Mistake::label, Mistake::answer)
                .containsExactly(tuple(0, 2, 1), tuple(2, 0, 1));
        assertThat(evaluation.outcome().worst().get(0).probability()).isCloseTo(0.6652, within(1e-4));
        assertThat(evaluation.outcome().confusion().count(2, 1)).isEqualTo(1);
        assertThat(evaluation.outcome().confusion().count(1, 1)).isEqualTo(1);
    }

    @Test
    void ofManyMistakesTheSurestAreKeptInOrder() {
        for (int image = 0; image < 1000; image++) {
            // 7 is prime to 1000: every certainty occurs once, in no order.
            evaluation.image(0, new float[] {0, 7 * image % 1000 / 100f, 0}, 0, 3);
        }
        assertThat(evaluation.outcome().worst())
                .hasSize(TestOutcome.MOST_MISTAKES)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Mistake::probability).reversed());
        // 7 * 857 = 5999
        assertThat(evaluation.outcome().worst().get(0).image()).isEqualTo(857);
    }

    @Test
    void ofEquallySureMistakesTheFirstAreKept() {
        for (int image = 0; image < 100; image++) {
            evaluation.image(0, new float[] {0, 1, 0}, 0, 3);
        }
        assertThat(evaluation.outcome().worst())
                .extracting(Mistake::image)
                .startsWith(0, 1, 2)
                .endsWith(23);
    }

    /** The first of several NaN would be the largest: 1 of 3 images would be right. */
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void anOutputThatIsntFiniteIsNoAnswerAndNoAccuracyIsMadeOfIt(float output) {
        evaluation.image(0, new float[] {output, output, output}, 0, 3);
        evaluation.image(1, new float[] {0, 1, 0}, 0, 3);
        evaluation.image(2, new float[] {0, output, 0}, 0, 3);
        evaluation.image(0, new float[] {0, 1, 0}, 0, 3);
        assertThat(evaluation.result()).isEqualTo(new TestResult(Double.NaN, Double.NaN, 2));
        assertThat(evaluation.outcome().worst()).extracting(Mistake::image).containsExactly(3);
        assertThat(evaluation.outcome().confusion().count(0, 0)).isZero();
    }
}
