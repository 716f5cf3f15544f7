package dev.netwright.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Reductions compared with PyTorch's {@code ReduceLROnPlateau}, epoch by epoch. */
class ReduceOnPlateauTest {
    @Test
    void aFallingMetricLowersTheRateWhereItStops() {
        assertThat(factors(ReduceOnPlateau.by(0.1, 2), "fallingMetrics", false))
                .containsExactly(PyTorchSchedules.numbers("falling"), within(1e-12));
    }

    @Test
    void epochsAfterAReductionDontCountAndTheRateHasAFloor() {
        ReduceOnPlateau rule = ReduceOnPlateau.by(0.5, 1).cooldown(2).least(0.2);
        assertThat(factors(rule, "fallingMetrics", false))
                .containsExactly(PyTorchSchedules.numbers("fallingAfterCooldown"), within(1e-12));
    }

    @Test
    void aRisingMetricLowersTheRateWhereItStops() {
        assertThat(factors(ReduceOnPlateau.by(0.1, 1), "risingMetrics", true))
                .containsExactly(PyTorchSchedules.numbers("rising"), within(1e-12));
    }

    @Test
    void anImprovementBelowTheThresholdIsNone() {
        ReduceOnPlateau rule = ReduceOnPlateau.by(0.1, 0).threshold(0.1);
        PlateauState first = rule.after(PlateauState.START, 1, false);
        assertThat(first).isEqualTo(new PlateauState(1, 0, 0, 1));
        assertThat(rule.after(first, 0.91, false)).isEqualTo(new PlateauState(1, 0, 0, 0.1));
        assertThat(rule.after(first, 0.89, false)).isEqualTo(new PlateauState(0.89, 0, 0, 1));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ReduceOnPlateau.by(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factor must be above 0 and below 1, found 1.0");
        assertThatThrownBy(() -> ReduceOnPlateau.by(0.1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience must be at least 0, found -1");
    }

    private static double[] factors(ReduceOnPlateau rule, String metrics, boolean higherIsBetter) {
        double[] values = PyTorchSchedules.numbers(metrics);
        double[] factors = new double[values.length];
        PlateauState state = PlateauState.START;
        for (int epoch = 0; epoch < values.length; epoch++) {
            state = rule.after(state, values[epoch], higherIsBetter);
            factors[epoch] = state.factor();
        }
        return factors;
    }
}
