package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelEvaluationTest {
    /** The example of scikit-learn's average_precision_score as logits: y_true [0, 0, 1, 1], y_scores [0.1, 0.4, 0.35, 0.8]. */
    @Test
    void averagePrecisionIsScikitLearns() {
        LabelEvaluation evaluation =
                of(List.of("a"), new float[][] {{-9}, {-4}, {-5}, {8}}, new float[][] {{0}, {0}, {1}, {1}});
        assertThat(evaluation.averagePrecision(0)).isCloseTo(0.8333333, within(1e-7));
        assertThat(evaluation.meanAveragePrecision()).isCloseTo(0.8333333, within(1e-7));
    }

    /** Both orders of equal outputs would be as right as the other; the precision of all three counts once: 2 / 3. */
    @Test
    void equalOutputsCountTogether() {
        float[][] equal = {{1}, {1}, {1}};
        assertThat(of(List.of("a"), equal, new float[][] {{1}, {0}, {1}}).averagePrecision(0))
                .isEqualTo(of(List.of("a"), equal, new float[][] {{0}, {1}, {1}})
                        .averagePrecision(0))
                .isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void countsAreAboveTheThresholdAndMeansOverLabels() {
        float[][] outputs = {{2, -1, -3}, {-1, 1, -3}, {3, 2, -3}, {1, -2, -3}};
        float[][] targets = {{1, 0, 0}, {1, 1, 0}, {1, 0, 0}, {0, 0, 0}};
        LabelEvaluation evaluation = of(List.of("a", "b", "c"), outputs, targets);
        assertThat(evaluation.counts())
                .containsExactly(
                        new LabelEvaluation.Counts(2, 1, 1),
                        new LabelEvaluation.Counts(1, 1, 0),
                        new LabelEvaluation.Counts(0, 0, 0));
        assertThat(evaluation.precision(0)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(evaluation.recall(0)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(evaluation.f1(1)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(evaluation.precision(2)).isZero();
        assertThat(evaluation.averagePrecision(2)).as("no image has the label").isNaN();
        assertThat(evaluation.exactMatch()).isEqualTo(0.25);
        assertThat(evaluation.f1()).isCloseTo((2.0 / 3 + 2.0 / 3) / 3, within(1e-12));
        assertThat(evaluation.meanAveragePrecision())
                .isCloseTo((evaluation.averagePrecision(0) + evaluation.averagePrecision(1)) / 2, within(1e-12));
        assertThat(evaluation.stats()).contains("on 4 pictures").contains("all labels right 0.250");
        assertThat(evaluation.labelTable()).hasSize(4);
    }

    @Test
    void aHigherThresholdPredictsFewerLabels() {
        // The probability of a logit of 1 is 0.731.
        OutputTable table = table(List.of("a"), new float[][] {{1}, {1}}, new float[][] {{1}, {0}});
        assertThat(LabelEvaluation.of(table, 0.73).counts()).containsExactly(new LabelEvaluation.Counts(1, 1, 0));
        assertThat(LabelEvaluation.of(table, 0.74).counts()).containsExactly(new LabelEvaluation.Counts(0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void aThresholdIsBetweenZeroAndOne(double threshold) {
        OutputTable table = table(List.of("a"), new float[][] {{1}}, new float[][] {{1}});
        assertThatThrownBy(() -> LabelEvaluation.of(table, threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold must be above 0 and below 1, found " + threshold);
    }

    private static LabelEvaluation of(List<String> labels, float[][] outputs, float[][] targets) {
        return LabelEvaluation.of(table(labels, outputs, targets), LabelEvaluation.USUAL_THRESHOLD);
    }

    static OutputTable table(List<String> names, float[][] outputs, float[][] targets) {
        OutputTable table = new OutputTable(names, outputs.length);
        for (int i = 0; i < outputs.length; i++) {
            table.add(targets[i], 0, outputs[i], 0);
        }
        return table;
    }
}
