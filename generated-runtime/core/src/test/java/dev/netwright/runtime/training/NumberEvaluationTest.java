package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberEvaluationTest {
    /** The example of scikit-learn's r2_score: y_true [3, -0.5, 2, 7], y_pred [2.5, 0.0, 2, 8]: 0.948..., MAE 0.5, MSE 0.375. */
    @Test
    void errorsAreScikitLearns() {
        NumberEvaluation evaluation = NumberEvaluation.of(LabelEvaluationTest.table(
                List.of("y", "constant"),
                new float[][] {{2.5f, 1}, {0, 1}, {2, 2}, {8, 0}},
                new float[][] {{3, 1}, {-0.5f, 1}, {2, 1}, {7, 1}}));
        NumberEvaluation.Errors errors = evaluation.errors().get(0);
        assertThat(errors.meanAbsolute()).isCloseTo(0.5, within(1e-12));
        assertThat(errors.rootMeanSquared()).isCloseTo(Math.sqrt(0.375), within(1e-12));
        assertThat(errors.r2()).isCloseTo(0.9486081370449679, within(1e-12));
        assertThat(evaluation.errors().get(1).r2()).as("all targets are equal").isNaN();
        assertThat(evaluation.r2()).isEqualTo(errors.r2());
        assertThat(evaluation.meanAbsoluteError()).isCloseTo((0.5 + 0.5) / 2, within(1e-12));
        assertThat(evaluation.numberTable()).hasSize(3).last().asString().endsWith("-");
        assertThat(evaluation.stats()).startsWith("4 pictures");
    }
}
