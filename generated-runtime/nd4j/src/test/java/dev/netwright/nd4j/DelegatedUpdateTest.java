package dev.netwright.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.kernel.UpdateRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;

/** Optimizers of ND4J's own, by the formulas of its documentation. */
@Tag("numeric")
class DelegatedUpdateTest {
    @BeforeAll
    static void startNd4j() {
        Nd4jBackend.start();
    }

    /** {@code r = decay r + (1 - decay) g^2; p -= rate g / sqrt(r + epsilon)}, r from epsilon on. */
    @Test
    void rmsPropRunsAsNd4jDefinesIt() {
        double r = 1e-8;
        double p = 1;
        for (int step = 0; step < 3; step++) {
            r = 0.95 * r + 0.05 * 0.25;
            p -= 0.1 * 0.5 / Math.sqrt(r + 1e-8);
        }
        assertThat(after(new UpdateRule.Delegated(new RmsProp(0.1, 0.95, 1e-8)), 0.1, 3))
                .isCloseTo((float) p, within(1e-5f));
    }

    /** What a schedule of ours says counts, not the rate that the optimizer was made with. */
    @Test
    void theStepsLearningRateIsTheOptimizers() {
        RmsProp rmsProp = new RmsProp(0.1, 0.95, 1e-8);
        assertThat(after(new UpdateRule.Delegated(rmsProp), 0.2, 1) - 1)
                .isCloseTo(2 * (after(new UpdateRule.Delegated(rmsProp), 0.1, 1) - 1), within(1e-5f));
        assertThat(rmsProp.getLearningRate()).isEqualTo(0.1);
    }

    /** {@code h += g^2; p -= rate g / (sqrt(h) + epsilon)}. */
    @Test
    void adaGradRunsAsNd4jDefinesIt() {
        double p = 1 - 0.1 * (1 + 1 / Math.sqrt(2) + 1 / Math.sqrt(3));
        assertThat(after(new UpdateRule.Delegated(new AdaGrad(0.1)), 0.1, 3)).isCloseTo((float) p, within(1e-5f));
    }

    /** It keeps no state, and its update is the gradient as it stands. */
    @Test
    void noOpSubtractsTheGradientItself() {
        assertThat(after(new UpdateRule.Delegated(new NoOp()), Double.NaN, 3)).isEqualTo(1 - 3 * 0.5f);
    }

    private static float after(UpdateRule rule, double learningRate, int steps) {
        try (INDArray values = Nd4j.createUninitializedDetached(DataType.FLOAT, 5);
                INDArray gradients = values.ulike()) {
            values.assign(1);
            try (FlatArray state = FlatArray.zeros("an array", rule.states() * values.length())) {
                VectorUpdate update = FlatUpdate.of(rule, values, gradients, state.whole(), BackendPolicy.CPU);
                for (int step = 0; step < steps; step++) {
                    gradients.assign(0.5);
                    update.step(learningRate, step, 0);
                }
            }
            float[] result = values.toFloatVector();
            assertThat(result).containsOnly(result[0]);
            return result[0];
        }
    }
}
