package dev.netwright.runtime.schedule;

/**
 * State of {@link ReduceOnPlateau}; checkpoints store it.
 *
 * @param best best value of the metric, NaN before the first epoch
 * @param badEpochs number of epochs since the last improvement or reduction
 * @param cooldown number of remaining epochs that don't count
 * @param factor current factor of the learning rate
 */
public record PlateauState(double best, int badEpochs, int cooldown, double factor) {
    /** The state before the first epoch. */
    public static final PlateauState START = new PlateauState(Double.NaN, 0, 0, 1);
}
