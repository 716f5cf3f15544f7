package dev.netwright.runtime.training;

import dev.netwright.runtime.option.OptionRange;
import java.util.OptionalDouble;

/**
 * When a run ends before its last epoch.
 *
 * @param metric that is to become better
 * @param patience epochs without that which end the run, at least 1
 * @param minimumDelta by how much it has to become better for an epoch to count, at least 0
 */
public record EarlyStopping(Metric metric, int patience, double minimumDelta) {
    private static final OptionRange<Double> LEAST_DIFFERENCE =
            new OptionRange<>("at least 0 and finite", given -> given >= 0 && given < Double.POSITIVE_INFINITY);

    /** Refuses what ends every run or none. */
    public EarlyStopping {
        LearningOptions.COUNT.checked("earlyStopping's patience", patience);
        LEAST_DIFFERENCE.checked("earlyStopping's minimumDelta", minimumDelta);
    }

    /** What is known after an epoch; NaN is never better. */
    Patience after(Patience before, OptionalDouble value) {
        double found = value.orElse(Double.NaN);
        double needed = metric.isToRise() ? before.reference() + minimumDelta : before.reference() - minimumDelta;
        boolean isBetter = Double.isNaN(before.reference()) ? !Double.isNaN(found) : metric.isBetter(found, needed);
        return isBetter ? new Patience(found, 0) : new Patience(before.reference(), before.waited() + 1);
    }

    boolean endsAfter(Patience state) {
        return state.waited() >= patience;
    }

    /**
     * What early stopping knows of the epochs so far.
     *
     * @param reference the value that is to be bettered, NaN before the first
     * @param waited epochs that didn't
     */
    record Patience(double reference, int waited) {
        static final Patience FRESH = new Patience(Double.NaN, 0);
    }
}
