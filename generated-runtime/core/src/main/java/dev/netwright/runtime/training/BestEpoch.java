package dev.netwright.runtime.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The epoch with the best value of a metric.
 *
 * @param metric the metric by which epochs are compared
 * @param epoch number of the epoch, from 1; the first one of several with the same value
 * @param value the metric's value in that epoch
 */
public record BestEpoch(Metric metric, int epoch, double value) {
    /** The better of the best epoch so far and another epoch; NaN is never better. */
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
