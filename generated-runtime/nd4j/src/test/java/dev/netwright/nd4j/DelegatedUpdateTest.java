package dev.netwright.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.kernel.VectorUpdate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;

@Tag("numeric")
class DelegatedUpdateTest {
    private static final int SIZE = 5;

    @BeforeAll
    static void startNd4j() {
        Nd4jBackend.start();
    }

    /** {@code r = decay r + (1 - decay) g^2; p -= rate g / sqrt(r + epsilon)}, r from epsilon on. */
    @Test
    void nd4jComputesItsOwnFormula() {
        double r = 1e-8;
        double p = 1;
        for (int step = 0; step < 3; step++) {
            r = 0.95 * r + 0.05 * 0.25;
            p -= 0.1 * 0.5 / Math.sqrt(r + 1e-8);
        }
        assertThat(after(new RmsProp(0.1, 0.95, 1e-8), 0.1, 3)).isCloseTo((float) p, within(1e-5f));
    }

    /** What a schedule of ours says counts, not the rate that the optimizer was made with. */
    @Test
    void theStepsLearningRateIsTheOptimizers() {
        RmsProp rmsProp = new RmsProp(0.1, 0.95, 1e-8);
        assertThat(after(rmsProp, 0.2, 1) - 1).isCloseTo(2 * (after(rmsProp, 0.1, 1) - 1), within(1e-5f));
        assertThat(rmsProp.getLearningRate()).isEqualTo(0.1);
    }

    /** It keeps no state, and its update is the gradient as it stands. */
    @Test
    void anOptimizerWithoutStatesIsBoundToNone() {
        assertThat(after(new NoOp(), Double.NaN, 3)).isEqualTo(1 - 3 * 0.5f);
        assertThat(new Delegated(new NoOp()).kinds()).isEmpty();
    }

    @Test
    void statesHaveNd4jsNamesInTheOrderInWhichTheyLie() {
        assertThat(new Delegated(new AMSGrad(0.1)).kinds()).containsExactly("M", "V", "V_HAT");
    }

    /** ND4J's vectors and memory that isn't ND4J's give bit-identical results. */
    private static float after(IUpdater updater, double learningRate, int steps) {
        Delegated rule = new Delegated(updater);
        float onBuffers = onBuffers(rule, learningRate, steps);
        try (INDArray values = Nd4j.createUninitializedDetached(DataType.FLOAT, SIZE);
                INDArray gradients = values.ulike()) {
            values.assign(1);
            try (FlatArray state = FlatArray.zeros("an array", rule.states() * values.length())) {
                VectorUpdate update = FlatUpdate.of(rule, values, gradients, state.whole(), BackendPolicy.CUDA);
                for (int step = 0; step < steps; step++) {
                    gradients.assign(0.5);
                    update.step(learningRate, step, 0);
                }
            }
            assertThat(values.toFloatVector()).containsOnly(onBuffers);
        }
        return onBuffers;
    }

    private static float onBuffers(Delegated rule, double learningRate, int steps) {
        FloatBuffer values = floats(SIZE);
        FloatBuffer gradients = floats(SIZE);
        values.put(0, new float[] {1, 1, 1, 1, 1});
        VectorUpdate update = rule.bind(values, gradients, floats(rule.states() * SIZE));
        for (int step = 0; step < steps; step++) {
            gradients.put(0, new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.5f});
            update.step(learningRate, step, 0);
        }
        float[] result = new float[SIZE];
        values.get(0, result);
        assertThat(result).containsOnly(result[0]);
        return result[0];
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
