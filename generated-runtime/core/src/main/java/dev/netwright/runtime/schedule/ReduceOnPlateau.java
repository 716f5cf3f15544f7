package dev.netwright.runtime.schedule;

/**
 * Multiplies the learning rate by a factor when a metric hasn't improved for more than {@code patience} epochs, as
 * PyTorch's {@code ReduceLROnPlateau} does. An improvement is a value below {@code (1 - threshold) best}, or above
 * {@code (1 + threshold) best} for a metric where higher is better.
 *
 * @param factor factor of each reduction, above 0 and below 1
 * @param patience number of tolerated epochs without an improvement, at least 0
 * @param threshold smallest relative improvement that counts, at least 0
 * @param cooldown number of epochs after a reduction that don't count, at least 0
 * @param least lower bound of the product of all factors, from 0 to 1
 */
public record ReduceOnPlateau(double factor, int patience, double threshold, int cooldown, double least) {
    /**
     * Checks the ranges.
     *
     * @param factor factor of each reduction, above 0 and below 1
     * @param patience number of tolerated epochs without an improvement, at least 0
     * @param threshold smallest relative improvement that counts, at least 0
     * @param cooldown number of epochs after a reduction that don't count, at least 0
     * @param least lower bound of the product of all factors, from 0 to 1
     * @throws IllegalArgumentException if a number is out of range
     */
    public ReduceOnPlateau {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must be above 0 and below 1, found " + factor);
        }
        Range.require("patience", patience, 0, Integer.MAX_VALUE);
        Range.require("threshold", threshold, 0, Double.MAX_VALUE);
        Range.require("cooldown", cooldown, 0, Integer.MAX_VALUE);
        Range.require("least", least, 0, 1);
    }

    /**
     * A reduction with PyTorch's threshold of 0.0001, no cooldown and no lower bound.
     *
     * @param factor factor of each reduction, above 0 and below 1
     * @param patience number of tolerated epochs without an improvement, at least 0
     * @return the reduction
     */
    public static ReduceOnPlateau by(double factor, int patience) {
        return new ReduceOnPlateau(factor, patience, 1e-4, 0, 0);
    }

    /**
     * Sets the cooldown.
     *
     * @param epochs number of epochs after a reduction that don't count, at least 0
     * @return a changed copy
     */
    public ReduceOnPlateau cooldown(int epochs) {
        return new ReduceOnPlateau(factor, patience, threshold, epochs, least);
    }

    /**
     * Sets the lower bound.
     *
     * @param share lower bound of the product of all factors, from 0 to 1
     * @return a changed copy
     */
    public ReduceOnPlateau least(double share) {
        return new ReduceOnPlateau(factor, patience, threshold, cooldown, share);
    }

    /**
     * Sets the threshold.
     *
     * @param relative smallest relative improvement that counts, at least 0
     * @return a changed copy
     */
    public ReduceOnPlateau threshold(double relative) {
        return new ReduceOnPlateau(factor, patience, relative, cooldown, least);
    }

    /**
     * The state after an epoch.
     *
     * @param before the state before it
     * @param value the metric's value in the epoch; NaN is never an improvement
     * @param higherIsBetter whether higher values are better
     * @return the new state
     */
    public PlateauState after(PlateauState before, double value, boolean higherIsBetter) {
        boolean better = isBetter(before.best(), value, higherIsBetter);
        boolean cooling = before.cooldown() > 0;
        double best = better ? value : before.best();
        int bad = better || cooling ? 0 : before.badEpochs() + 1;
        int left = cooling ? before.cooldown() - 1 : 0;
        return bad > patience
                ? new PlateauState(best, 0, cooldown, Math.max(least, before.factor() * factor))
                : new PlateauState(best, bad, left, before.factor());
    }

    private boolean isBetter(double best, double value, boolean higherIsBetter) {
        if (Double.isNaN(best)) {
            return !Double.isNaN(value);
        }
        return higherIsBetter ? value > best * (1 + threshold) : value < best * (1 - threshold);
    }
}
