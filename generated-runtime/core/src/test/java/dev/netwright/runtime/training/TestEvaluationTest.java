package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.operation.FocalLoss;
import dev.netwright.operation.SigmoidCrossEntropy;
import dev.netwright.operation.SoftmaxCrossEntropy;
import dev.netwright.operation.Value;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestEvaluationTest {
    private final TestEvaluation evaluation =
            new TestEvaluation(new SoftmaxCrossEntropy("loss", Value.vector("logits", 3), 1));

    @Test
    void aMistakeHasItsImageItsClassesAndItsProbability() {
        // >>> torch.softmax(torch.tensor([1., 3., 2.]), 0)  ->  [0.0900, 0.6652, 0.2447]
        evaluation.image(new float[] {2}, 0, new float[] {9, 1, 3, 2}, 1);
        evaluation.image(new float[] {1}, 0, new float[] {1, 3, 2}, 0);
        evaluation.image(new float[] {0}, 0, new float[] {1, 3, 2}, 0);
        assertThat(evaluation.outcome().worst())
                .extracting(Mistake::image, Mistake::label, Mistake::answer)
                .containsExactly(tuple(0, 2, 1), tuple(2, 0, 1));
        assertThat(evaluation.outcome().worst().get(0).probability()).isCloseTo(0.6652, within(1e-4));
        assertThat(evaluation.outcome().confusion().count(2, 1)).isEqualTo(1);
        assertThat(evaluation.outcome().confusion().count(1, 1)).isEqualTo(1);
    }

    @Test
    void severalLabelsAreSortedForTheirScoresOnlyOnce() {
        ValueTest test =
                new ValueTest(new SigmoidCrossEntropy("loss", Value.vector("labels", 2), 1), List.of("fur", "tail"), 1);
        test.image(new float[] {1, 0}, 0, new float[] {2, -1}, 0);
        TestOutcome outcome = test.outcome();
        assertThat(test.result().accuracy()).isEqualTo(1);
        assertThat(test.outcome()).isSameAs(outcome);
    }

    @Test
    void ofManyMistakesTheSurestAreKeptInOrder() {
        for (int image = 0; image < 1000; image++) {
            // 7 is prime to 1000: every certainty occurs once, in no order.
            evaluation.image(new float[] {0}, 0, new float[] {0, 7 * image % 1000 / 100f, 0}, 0);
        }
        assertThat(evaluation.outcome().worst())
                .hasSize(ClassOutcome.MOST_MISTAKES)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Mistake::probability).reversed());
        // 7 * 857 = 5999
        assertThat(evaluation.outcome().worst().get(0).image()).isEqualTo(857);
    }

    @Test
    void ofEquallySureMistakesTheFirstAreKept() {
        for (int image = 0; image < 100; image++) {
            evaluation.image(new float[] {0}, 0, new float[] {0, 1, 0}, 0);
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
        evaluation.image(new float[] {0}, 0, new float[] {output, output, output}, 0);
        evaluation.image(new float[] {1}, 0, new float[] {0, 1, 0}, 0);
        evaluation.image(new float[] {2}, 0, new float[] {0, output, 0}, 0);
        evaluation.image(new float[] {0}, 0, new float[] {0, 1, 0}, 0);
        assertThat(evaluation.result()).isEqualTo(new TestResult(Double.NaN, Double.NaN, 2));
        assertThat(evaluation.outcome().worst()).extracting(Mistake::image).containsExactly(3);
        assertThat(evaluation.outcome().confusion().count(0, 0)).isZero();
    }

    @Test
    void theTestLossIsThatOfTheNetwork() {
        TestEvaluation focal = new TestEvaluation(new FocalLoss("loss", Value.vector("logits", 3), 1, 2));
        focal.image(new float[] {1}, 0, new float[] {1, 3, 2}, 0);
        // >>> p = 0.6652; -(1 - p) ** 2 * log(p)  ->  0.0457
        assertThat(focal.result().loss()).isCloseTo(0.0457, within(1e-4));
        evaluation.image(new float[] {1}, 0, new float[] {1, 3, 2}, 0);
        assertThat(evaluation.result().loss()).isCloseTo(0.4076, within(1e-4));
    }
}
