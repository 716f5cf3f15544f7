package dev.netwright.runtime.training;

import dev.netwright.runtime.option.OptionRange;
import java.util.OptionalDouble;

/**
 * Ends a run when a metric stops improving.
 *
 * @param metric the metric that has to improve
 * @param patience number of epochs without an improvement after which the run ends, at least 1
 * @param minimumDelta the smallest change that counts as an improvement, at least 0
 */
public record EarlyStopping(Metric metric, int patience, double minimumDelta) {
    private static final OptionRange<Double> LEAST_DIFFERENCE =
            new OptionRange<>("at least 0 and finite", given -> given >= 0 && given < Double.POSITIVE_INFINITY);

    /**
     * Checks the ranges.
     *
     * @param metric the metric that has to improve
     * @param patience number of epochs without an improvement after which the run ends, at least 1
     * @param minimumDelta the smallest change that counts as an improvement, at least 0
     */
    public EarlyStopping {
        LearningOptions.COUNT.checked("earlyStopping's patience", patience);
        LEAST_DIFFERENCE.checked("earlyStopping's minimumDelta", minimumDelta);
    }

    /** The state after an epoch; NaN is never an improvement. */
    Patience after(Patience before, OptionalDouble value) {
        double found = value.orElse(Double.NaN);
        double needed = metric.higherIsBetter() ? before.reference() + minimumDelta : before.reference() - minimumDelta;
        boolean isBetter = Double.isNaN(before.reference()) ? !Double.isNaN(found) : metric.isBetter(found, needed);
        return isBetter ? new Patience(found, 0) : new Patience(before.reference(), before.waited() + 1);
    }

    boolean endsAfter(Patience state) {
        return state.waited() >= patience;
    }

    /**
     * State of early stopping after some epochs.
     *
     * @param reference the value to improve on, NaN before the first epoch
     * @param waited number of epochs without an improvement
     */
    record Patience(double reference, int waited) {
        static final Patience FRESH = new Patience(Double.NaN, 0);
    }
}
