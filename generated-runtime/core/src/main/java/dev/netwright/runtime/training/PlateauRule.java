package dev.netwright.runtime.training;

import dev.netwright.runtime.schedule.PlateauState;
import dev.netwright.runtime.schedule.ReduceOnPlateau;

/**
 * Reduction of the learning rate when a metric stops improving.
 *
 * @param metric the metric that has to improve
 * @param reduction when and by how much the learning rate falls
 */
public record PlateauRule(Metric metric, ReduceOnPlateau reduction) {
    /**
     * The state after an epoch.
     *
     * @param before the state before it
     * @param epoch results of the epoch
     * @return the new state; {@code before} if the epoch has no such metric
     */
    public PlateauState after(PlateauState before, EpochEnd epoch) {
        return metric.of(epoch).isPresent()
                ? reduction.after(before, metric.of(epoch).getAsDouble(), metric.higherIsBetter())
                : before;
    }
}
