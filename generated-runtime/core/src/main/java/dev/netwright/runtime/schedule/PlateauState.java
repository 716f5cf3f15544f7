package dev.netwright.runtime.schedule;

/**
 * What {@link ReduceOnPlateau} knows of the epochs so far; a checkpoint carries it from one part of a run to the next.
 *
 * @param best value of the metric, NaN before the first
 * @param badEpochs epochs since it became better, or since the last reduction
 * @param cooldown epochs that still don't count
 * @param factor of the learning rate
 */
public record PlateauState(double best, int badEpochs, int cooldown, double factor) {
    /** Before the first epoch. */
    public static final PlateauState START = new PlateauState(Double.NaN, 0, 0, 1);
}
