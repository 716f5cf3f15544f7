package dev.netwright.runtime.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The epoch with the best value of a metric.
 *
 * @param metric what is compared
 * @param epoch from 1; of several with the same value the first
 * @param value of the metric
 */
public record BestEpoch(Metric metric, int epoch, double value) {
    /** The better of the best so far and an epoch; NaN is never better. */
    static Optional<BestEpoch> of(Optional<BestEpoch> before, Metric metric, int epoch, OptionalDouble value) {
        if (value.isEmpty() || Double.isNaN(value.getAsDouble())) {
            return before;
        }
        double found = value.getAsDouble();
        boolean isBetter =
                before.isEmpty() || metric.isBetter(found, before.get().value());
        return isBetter ? Optional.of(new BestEpoch(metric, epoch, found)) : before;
    }
}
