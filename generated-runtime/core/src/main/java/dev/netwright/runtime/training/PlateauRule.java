package dev.netwright.runtime.training;

import dev.netwright.runtime.schedule.PlateauState;
import dev.netwright.runtime.schedule.ReduceOnPlateau;

/** A metric, and what becomes of the learning rate when it gets no better. */
public record PlateauRule(Metric metric, ReduceOnPlateau reduction) {
    /** The state after an epoch; unchanged if the epoch has no such metric. */
    public PlateauState after(PlateauState before, EpochEnd epoch) {
        return metric.of(epoch).isPresent()
                ? reduction.after(before, metric.of(epoch).getAsDouble(), metric.isToRise())
                : before;
    }
}
